import Testing

@testable import Flows

struct BlockPoolTests {
  @Test(arguments: [512, 1024, 2048, 4096])
  func aBlockGivenBackIsTakenAgain(size: Int) {
    var pool = BlockPool()
    let block = pool.take(size)
    let other = pool.take(size)
    pool.giveBack(block, size)
    pool.giveBack(other, size)
    #expect(pool.take(size) == other)
    #expect(pool.take(size) == block)
    pool.giveBack(block, size)
    pool.giveBack(other, size)
  }

  @Test func blocksOfOtherSizesAreNotKept() {
    var pool = BlockPool()
    for size in [64, 513, 768, 8192] { pool.giveBack(pool.take(size), size) }
    let block = pool.take(512)
    pool.giveBack(block, 512)
    #expect(pool.take(1024) != block)
    #expect(pool.take(512) == block)
    pool.giveBack(block, 512)
  }
}
