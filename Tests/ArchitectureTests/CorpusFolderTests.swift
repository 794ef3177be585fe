import TestSupport
import Testing

struct CorpusFolderTests {
  @Test(arguments: [
    ("/captures", "/captures"), ("../captures", Corpus.repositoryRoot + "/../captures"),
    ("", Corpus.repositoryRoot + "/../shared/corpus"),
    (nil, Corpus.repositoryRoot + "/../shared/corpus"),
  ])
  func theEnvironmentNamesTheFolder(name: String?, folder: String) {
    #expect(Corpus.directory(named: name) == folder)
  }
}
