/// The table that both ends of a connection fill as fields are sent (RFC 7541 §2.3.2, §4).
struct HPACKTable: Sendable {
  /// Oldest first, so that new ones go to the end.
  private var fields: [HPACKField] = []
  private(set) var size = 0
  /// What the encoder may use, by its own announcement.
  private(set) var capacity = 4_096

  var count: Int { fields.count }

  /// The field with an index of the dynamic part, from 0 for the newest.
  func field(at index: Int) -> HPACKField? {
    guard index >= 0, index < fields.count else { return nil }
    return fields[fields.count - 1 - index]
  }

  /// Adds a field and gives up the oldest; one that does not fit empties the table.
  mutating func insert(_ field: HPACKField) {
    evict(to: capacity - field.size)
    guard field.size <= capacity else { return }
    fields.append(field)
    size += field.size
  }

  mutating func resize(to capacity: Int) {
    self.capacity = capacity
    evict(to: capacity)
  }

  mutating func removeAll() {
    fields.removeAll()
    size = 0
  }

  private mutating func evict(to limit: Int) {
    var count = 0
    while size > limit, count < fields.count {
      size -= fields[count].size
      count += 1
    }
    fields.removeFirst(count)
  }
}
