import Testing

@testable import Analysis

/// Names and passwords do not stay in URLs.
struct UserInfoTests {
  @Test(arguments: [
    ("http://user:secret@host/path", "http://host/path"),
    ("http://user@host:8080/", "http://host:8080/"),
    ("http://us@er:se@cret@host/", "http://host/"),
    ("http://user:se&cr,et;@host/", "http://host/"),
    ("user:secret@host:443", "host:443"),
    ("//user:secret@host/next", "//host/next"),
    ("/proxy/ftp://user:secret@host/x", "/proxy/ftp://host/x"),
    ("http://a/?u=http://user:secret@b/", "http://a/?u=http://b/"),
    ("/r?u=http%3A%2F%2Fuser%3Asecret%40b%2F&m=a@b", "/r?u=http%3A%2F%2Fb%2F&m=a@b"),
    ("/r?u=ftp:%2f%2Fuser:secret@b", "/r?u=ftp:%2f%2Fb"),
    ("http://user:se%2Fcret@host/", "http://host/"),
    ("http:/user:secret@host/x", "http:/host/x"),
    ("http:/user@host/x", "http:/host/x"),
    ("http:///user:secret@host/x", "http:///host/x"),
    (#"http:\\user:secret@host\x"#, #"http:\\host\x"#),
    (#"http:\user:secret@host"#, #"http:\host"#),
    (#"http:/\user:secret@host"#, #"http:/\host"#),
    (#"\\user:secret@host\x"#, #"\\host\x"#),
    ("http:user:secret@host/x", "host/x"),
    ("http://www.example//user:secret@host/x", "http://www.example//host/x"),
    ("///user:secret@host/x", "///host/x"),
    ("/r?u=http:/user:secret@host/", "/r?u=http:/host/"),
    ("/r?u=http%3A%5C%5Cuser%3Asecret%40b&m=a@b", "/r?u=http%3A%5C%5Cb&m=a@b"),
    ("/r?u=http%3A%2Fuser%3Asecret%40b", "/r?u=http%3A%2Fb"),
    ("/r?u=%2F%2Fuser%3Asecret%40b", "/r?u=%2F%2Fb"),
  ])
  func userInfoIsLeftOut(text: String, expected: String) {
    #expect(text.withoutUserInfo == expected)
  }

  @Test(arguments: [
    "", "*", "/", "http://host/path?mail=a@b.example", "/users/@me", "/unpkg//@scope/package",
    "/unpkg//name@1.0/package", "/x:y/a@b", "/a/b:c@d", #"\users\a:b@c"#,
    "http://host/#a@b", "https://[2001:db8::1]:8443/x", "/search?q=user:word@host",
    "/r?u=http%3A%2F%2Fb%2F%40x&m=a%40b", "http://host%40x/", "%", "%4", "a%zz://x",
  ])
  func anythingElseStays(text: String) {
    #expect(text.withoutUserInfo == text)
  }
}
