/// A command of SMB 1 ([MS-CIFS] §2.2.2.1) or of SMB 2 and 3 ([MS-SMB2] §2.2.1).
package struct SMBCommand: Hashable, Sendable {
  package enum Generation: UInt8, Sendable {
    case smb1 = 1
    case smb2 = 2
  }

  package var generation: Generation
  package var number: UInt16

  package init(_ generation: Generation, _ number: UInt16) {
    self.generation = generation
    self.number = number
  }

  /// The name in the words of the specification; `nil` for one that it does not have.
  package var name: String? {
    switch generation {
    case .smb1: Self.smb1[number]
    case .smb2: Int(number) < Self.smb2.count ? Self.smb2[Int(number)] : nil
    }
  }

  private static let smb2 = [
    "NEGOTIATE", "SESSION_SETUP", "LOGOFF", "TREE_CONNECT", "TREE_DISCONNECT", "CREATE", "CLOSE",
    "FLUSH", "READ", "WRITE", "LOCK", "IOCTL", "CANCEL", "ECHO", "QUERY_DIRECTORY",
    "CHANGE_NOTIFY", "QUERY_INFO", "SET_INFO", "OPLOCK_BREAK",
  ]

  private static let smb1: [UInt16: String] = [
    0x00: "CREATE_DIRECTORY", 0x01: "DELETE_DIRECTORY", 0x02: "OPEN", 0x03: "CREATE",
    0x04: "CLOSE", 0x05: "FLUSH", 0x06: "DELETE", 0x07: "RENAME", 0x08: "QUERY_INFORMATION",
    0x09: "SET_INFORMATION", 0x0a: "READ", 0x0b: "WRITE", 0x10: "CHECK_DIRECTORY",
    0x24: "LOCKING_ANDX", 0x25: "TRANSACTION", 0x26: "TRANSACTION_SECONDARY", 0x2b: "ECHO",
    0x2d: "OPEN_ANDX", 0x2e: "READ_ANDX", 0x2f: "WRITE_ANDX", 0x32: "TRANSACTION2",
    0x34: "FIND_CLOSE2", 0x70: "TREE_CONNECT", 0x71: "TREE_DISCONNECT", 0x72: "NEGOTIATE",
    0x73: "SESSION_SETUP_ANDX", 0x74: "LOGOFF_ANDX", 0x75: "TREE_CONNECT_ANDX",
    0x80: "QUERY_INFORMATION_DISK", 0xa0: "NT_TRANSACT", 0xa1: "NT_TRANSACT_SECONDARY",
    0xa2: "NT_CREATE_ANDX", 0xa4: "NT_CANCEL",
  ]
}
