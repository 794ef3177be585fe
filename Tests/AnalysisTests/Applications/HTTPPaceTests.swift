import Dissection
import Testing

@testable import Analysis

/// How long clients take between responses and their next request.
struct HTTPPaceTests {
  private func transaction(
    _ start: Int64?,
    _ end: Int64?,
    stream: UInt32? = nil
  ) -> HTTPTransaction {
    var transaction = HTTPTransaction(depth: 1)
    let version = HTTPVersion(major: 1, minor: 1)
    transaction.streamID = stream
    if let start {
      transaction.request = HTTPRequest(
        method: "GET",
        uri: "/",
        version: version,
        fields: HTTPFields(),
        times: HTTPTimes(start: Moment(frame: 1, time: start))
      )
    }
    transaction.response = HTTPResponse(
      version: version,
      status: 200,
      reason: "",
      fields: HTTPFields(),
      times: HTTPTimes(
        start: Moment(frame: 2, time: 0),
        end: end.map { Moment(frame: 3, time: $0) }
      )
    )
    return transaction
  }

  @Test func theFirstRequestFollowsNothing() {
    var pace = HTTPPace()
    #expect(pace.clientThinkTime(before: transaction(5, 10)) == nil)
  }

  @Test func theNextOneIsMeasuredFromTheEndBefore() {
    var pace = HTTPPace()
    _ = pace.clientThinkTime(before: transaction(5, 10))
    #expect(pace.clientThinkTime(before: transaction(25, 30)) == 15)
    #expect(pace.clientThinkTime(before: transaction(30, nil)) == 0)
    #expect(pace.clientThinkTime(before: transaction(40, 50)) == nil)
  }

  @Test func pipelinedRequestsDidNotWait() {
    var pace = HTTPPace()
    _ = pace.clientThinkTime(before: transaction(5, 10))
    #expect(pace.clientThinkTime(before: transaction(6, 20)) == nil)
  }

  @Test func streamsOfHTTP2DoNotWait() {
    var pace = HTTPPace()
    _ = pace.clientThinkTime(before: transaction(5, 10, stream: 1))
    #expect(pace.clientThinkTime(before: transaction(25, 30, stream: 3)) == nil)
  }
}
