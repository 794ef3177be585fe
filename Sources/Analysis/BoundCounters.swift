/// What the analysis' bounds turned away or cut short; all zero in an ordinary capture.
package struct BoundCounters: Sendable, Equatable {
  /// Flows that were closed early because the flow table was full.
  package var evictedFlows: UInt64 = 0
  /// Fragments that did not fit the reassembly's memory.
  package var droppedFragments: UInt64 = 0
  /// Packets with more levels of encapsulation than are followed.
  package var tooDeepPackets: UInt64 = 0
  /// Packets whose encapsulation path was one too many to be told from others.
  package var indistinctPathPackets: UInt64 = 0
  /// Flows in trouble that did not fit `AnalysisSummary.worst`.
  package var unlistedFlows: UInt64 = 0

  /// Flows whose payloads were not read because those of too many others were.
  package var unreadFlows: UInt64 = 0
  /// Conversations that were read no further, because too much that was not complete waited in all of
  /// them.
  package var abandonedConversations: UInt64 = 0
  /// Holes in streams given up because too much waited behind them; also where acknowledgments were
  /// not captured.
  package var abandonedHoles: UInt64 = 0
  /// Ends at which SIP announced media, forgotten because of too many others: their RTP may lack
  /// names and clock rates.
  package var forgottenMedia: UInt64 = 0
  /// Headers whose combination of protocols, VLANs and tunnels was one too many to be counted.
  package var uncountedProtocols: UInt64 = 0
  /// Segments that count no further than TCP, and first packets of QUIC whose flow's others count as
  /// data, because too many connections were open or had unfinished heads.
  package var uncountedSegments: UInt64 = 0
  /// Frames with a hardware address that was one too many.
  package var uncountedHardware: UInt64 = 0

  /// Findings that were too many to be listed.
  package var unlistedFindings: UInt64 = 0
  /// Subjects with symptoms that were forgotten, because there were those of too many others.
  package var uncountedSymptoms: UInt64 = 0
  /// Services whose connections were forgotten, because those of too many others had to be counted.
  package var uncountedServices: UInt64 = 0
  /// Events whose frame was not kept for findings, because too many flows were alive.
  package var unnotedEvents: UInt64 = 0

  package init() {}

  /// What makes reports incomplete, in words, with how many; not flows that are not listed, which
  /// are still in the flow output, nor abandoned holes, which are ordinary in one-way captures.
  package var turnedAway: [(count: UInt64, words: String)] {
    let all = [
      (evictedFlows, "flows closed early"),
      (droppedFragments, "fragments not reassembled"),
      (tooDeepPackets, "packets nested too deep"),
      (indistinctPathPackets, "packets on paths not told apart"),
      (unreadFlows, "flows whose payloads were not read"),
      (abandonedConversations, "conversations not read to their end"),
      (forgottenMedia, "places of announced media forgotten"),
      (uncountedProtocols, "headers not counted by protocol"),
      (uncountedSegments, "segments not counted by application"),
      (uncountedHardware, "frames not counted by hardware address"),
      (unlistedFindings, "findings not listed"),
      (uncountedSymptoms, "subjects of findings forgotten"),
      (uncountedServices, "services of findings forgotten"),
      (unnotedEvents, "events whose frames findings do not name"),
    ]
    return all.filter { $0.0 > 0 }
  }

  /// Nothing was turned away.
  package var isEmpty: Bool { turnedAway.isEmpty }
}
