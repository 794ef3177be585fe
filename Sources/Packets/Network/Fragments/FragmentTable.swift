/// The fragments that wait for the rest of their datagram.
struct FragmentTable {
  private(set) var counters = FragmentCounters()
}
