internal import Analysis
internal import Dissection

extension JSONWriter {
  mutating func write(_ dns: DNSTransaction) {
    let flags = dns.responseFlags
    beginObject("dns")
    field("carrier", dns.transport.name)
    field("id", dns.id)
    field("opcode", UInt16(dns.opcode.rawValue))
    field("name", dns.question?.name)
    field("query_type", dns.question?.type.name)
    field("query_class", dns.question?.class.name)
    field("recursion_desired", (dns.queryFlags ?? flags)?.isRecursionDesired)
    field("query_frame", "query_ns", dns.query)
    field("last_query_frame", "last_query_ns", dns.lastQuery)
    field("tries", dns.tries)
    field("response_frame", "response_ns", dns.response)
    field("response_time_ns", dns.responseTime)
    field("total_time_ns", dns.totalTime)
    field("unanswered", dns.isUnanswered)
    field("unsolicited", dns.isUnsolicited)
    field("response_code", dns.responseCode?.name)
    field("authoritative", flags?.isAuthoritative)
    field("truncated", flags?.isTruncated)
    field("recursion_available", flags?.isRecursionAvailable)
    field("authenticated", flags?.isAuthenticated)
    beginArray("answers")
    for record in dns.records {
      beginObject()
      field("text", record.text)
      field("ttl_s", record.ttl)
      endObject()
    }
    endArray()
    field("omitted_answers", dns.omittedAnswers)
    array("extended_errors", of: dns.extendedErrors.lazy.map(UInt64.init))
    endObject()
  }
}
