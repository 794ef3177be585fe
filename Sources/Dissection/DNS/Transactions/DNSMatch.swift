/// What a message is in its flow.
package enum DNSMatch: Equatable, Sendable {
  case query
  /// The same query again, before an answer.
  case repeatedQuery(first: Moment)
  case response(first: Moment, last: Moment)
  /// A second answer to a query.
  case repeatedResponse(first: Moment)
  /// A response to nothing that was seen.
  case unsolicited
}
