import Dissection

extension AlertDescription {
  /// What an alert says in plain words (RFC 8446 §6.2, RFC 5246 §7.2.2), and what to look at.
  struct Meaning: Sendable {
    var words: String
    var advice: String
  }

  /// What the alert means, for those that end handshakes.
  var meaning: Meaning {
    Self.meanings[rawValue]
      ?? Meaning(
        words: "the handshake cannot go on (\(description))",
        advice: "Look for the alert's name in the logs of the side that sent it."
      )
  }

  private static let checkChain = Meaning(
    words: "the certificate was not accepted",
    advice: "Open the server's chain as its clients see it (openssl s_client -showcerts): names, "
      + "dates, missing intermediates."
  )
  private static let checkImplementation = Meaning(
    words: "a message was not understood or was damaged on the way",
    advice: "Look for a middlebox that changes TLS, for something that is not TLS on the port, and "
      + "for updates of both programs."
  )

  private static let meanings: [UInt8: Meaning] = [
    10: checkImplementation, 20: checkImplementation, 21: checkImplementation,
    22: checkImplementation, 30: checkImplementation, 47: checkImplementation,
    50: checkImplementation,
    40: Meaning(
      words: "the sides share no cipher suite, group or signature, or the server wanted a "
        + "certificate of the client",
      advice: "Compare what the client offers with what the server allows (nmap --script "
        + "ssl-enum-ciphers, openssl ciphers); one of them is too old or too strict."
    ),
    42: checkChain, 43: checkChain, 46: checkChain,
    44: Meaning(
      words: "the certificate was revoked",
      advice: "Put a new certificate on the side that showed it and find out why it was revoked."
    ),
    45: Meaning(
      words: "the certificate has expired, or a clock is wrong",
      advice: "Check the certificate's dates and the clock of the side that sent the alert."
    ),
    48: Meaning(
      words: "the authority that signed the certificate is not known",
      advice: "Send the intermediate certificates along, or let the clients trust the authority; a "
        + "proxy that breaks TLS open looks the same."
    ),
    49: Meaning(
      words: "access was denied to a client whose certificate is valid",
      advice: "Look at the server's access rules for client certificates."
    ),
    51: Meaning(
      words: "a signature or a Finished message was wrong",
      advice: "Look for a key that does not belong to its certificate, and for a middlebox in "
        + "between."
    ),
    70: Meaning(
      words: "the sides share no version of TLS",
      advice: "Update the older side; it offers only versions that the other has turned off."
    ),
    71: Meaning(
      words: "the server demands stronger ciphers than the client offers",
      advice: "Update the client or its settings."
    ),
    80: Meaning(
      words: "an error that has nothing to do with the other side",
      advice: "Look into the logs of the side that sent the alert."
    ),
    86: Meaning(
      words: "the client came back with an older version than it could",
      advice: "Find out why its first attempt failed: that is the true fault."
    ),
    109: Meaning(
      words: "a necessary extension is missing",
      advice: "Update the side that left it out."
    ),
    112: Meaning(
      words: "the server has nothing under the name that the client asked for",
      advice: "Check the server's virtual hosts and the name in DNS."
    ),
    116: Meaning(
      words: "the server demands a certificate of the client",
      advice: "Give the client its certificate, or do not demand one."
    ),
    120: Meaning(
      words: "the sides share no application protocol (ALPN)",
      advice: "Compare the protocols that the client offers with those of the server."
    ),
  ]
}
