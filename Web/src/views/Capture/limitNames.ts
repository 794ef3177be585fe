/** What each bound of the analysis turned away, and what follows for the reader. */
export const limitNames: Readonly<Record<string, string>> = {
  evicted_flows: "flows were closed early, because the flow table was full",
  dropped_fragments: "IP fragments did not fit into memory and were not put together",
  too_deep_packets: "packets have more encapsulation than is followed",
  indistinct_path_packets: "packets came over tunnels or VLANs too many to be told apart",
  unlisted_flows: "flows in trouble are not in the list of the worst",
  unread_flows: "flows had no applications read, because too many others had",
  abandoned_conversations: "conversations were read no further: too much in them waited for its end",
  abandoned_holes: "holes in TCP streams were given up, because too much waited behind them",
  forgotten_media: "ends of media that SIP announced were forgotten: their RTP may lack names",
  uncounted_protocols: "headers are not in the hierarchy, whose combinations became too many",
  uncounted_segments: "TCP segments count no further than TCP in the hierarchy",
  uncounted_hardware: "frames have hardware addresses beyond those counted",
  unlisted_findings: "findings were too many to be listed",
  uncounted_symptoms: "subjects with symptoms were forgotten, because there were too many others",
  uncounted_services: "services were forgotten, because too many others had to be counted",
  unnoted_events: "events are named by no finding, because too many flows were alive",
};

/** What was odd about headers. */
export const oddityNames: Readonly<Record<string, string>> = {
  truncated_header: "headers were cut",
  truncated_payload: "payloads were cut",
  bad_length: "lengths contradict each other",
  bad_header: "headers break their format",
  bad_option: "options break their format",
  super_segment: "packets are larger than the link carries: made by segmentation offload",
  too_deep: "packets have more encapsulation than is followed",
  fragment_overlap: "fragments overlap",
  fragment_bad: "fragments contradict each other",
  fragment_dropped: "fragments did not fit into memory",
  unknown_link: "frames are of a link type that is not read",
  bad_transport: "transport headers break their format",
};
