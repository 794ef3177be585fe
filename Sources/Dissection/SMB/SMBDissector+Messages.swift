extension SMBDissector {
  /// A CANCEL has no answer ([MS-SMB2] §2.2.30), and that of another request the same number.
  private static let cancels: Set<SMBCommand> = [SMBCommand(.smb2, 12), SMBCommand(.smb1, 0xa4)]

  mutating func ask(_ message: SMBMessage, at moment: Moment) {
    tally(message.command) { $0.requests &+= 1 }
    var request = Request(command: message.command, moment: moment)
    for detail in message.details { note(detail, in: &request, at: moment) }
    guard !Self.cancels.contains(message.command) else { return }
    giveUp(pending.insert(request, for: message.id, at: moment.time))
  }

  mutating func respond(_ message: SMBMessage, at moment: Moment) {
    guard message.status != .pending || message.hasDOSError else { return }
    tally(message.command) {
      $0.responses &+= 1
      if message.isFailure { $0.failures &+= 1 }
    }
    count(message.status)
    let request = pending.remove(message.id)
    if let request, request.command == message.command {
      let time = moment.nanoseconds(since: request.moment)
      tally(message.command) { $0.add(time) }
    } else {
      session.unsolicited &+= 1
    }
    if message.status != .moreProcessingRequired, let login = request?.login {
      session.logins[login].status = message.status
    }
    if let tree = request?.tree { session.trees[tree].status = message.status }
    if let file = request?.file {
      session.files[file].lastStatus = message.status
      if message.isFailure { session.files[file].failures &+= 1 }
    }
    for detail in message.details { note(detail, ofAnswerTo: request) }
  }

  private mutating func note(
    _ detail: SMBMessage.Detail,
    in request: inout Request,
    at moment: Moment
  ) {
    switch detail {
    case .offer(let dialects): session.offeredDialects = dialects
    case .names(let names): session.offeredNames = names
    case .login(let message):
      guard message.kind == .authenticate else { return }
      var login = SMBLogin(moment: moment)
      (login.user, login.domain) = (message.user, message.domain)
      login.workstation = message.workstation
      request.login = add(login)
    case .plainLogin(let user, let domain):
      request.login = add(SMBLogin(user: user, domain: domain, moment: moment))
    case .connect(let path):
      guard session.trees.count < SMBLimits.trees else {
        session.omittedTrees &+= 1
        return
      }
      request.tree = session.trees.count
      session.trees.append(SMBTree(path: path, moment: moment))
    case .open(let name): request.file = open(name)
    case .write(let bytes): session.bytesWritten &+= Int64(bytes)
    case .choice, .nameChoice, .loggedIn, .connected, .read: break
    }
  }

  private mutating func note(_ detail: SMBMessage.Detail, ofAnswerTo request: Request?) {
    switch detail {
    case .choice(let dialect): session.dialect = dialect
    case .nameChoice(let index):
      guard Int(index) < session.offeredNames.count else { return }
      session.dialect = .nt1
      session.dialectName = session.offeredNames[Int(index)]
    case .loggedIn(let isGuest, let isEncrypted):
      guard let login = request?.login else { return }
      session.logins[login].isGuest = isGuest
      session.logins[login].isEncrypted = isEncrypted
    case .connected(let isEncrypted):
      if let tree = request?.tree { session.trees[tree].isEncrypted = isEncrypted }
    case .read(let bytes): session.bytesRead &+= Int64(bytes)
    case .offer, .names, .login, .plainLogin, .connect, .open, .write: break
    }
  }

  private mutating func add(_ login: SMBLogin) -> Int? {
    guard session.logins.count < SMBLimits.logins else {
      session.omittedLogins &+= 1
      return nil
    }
    session.logins.append(login)
    return session.logins.count - 1
  }

  private mutating func open(_ name: String) -> Int? {
    let known = session.files.firstIndex { $0.name == name }
    if known == nil {
      guard session.files.count < SMBLimits.files else {
        session.omittedOpens &+= 1
        return nil
      }
      session.files.append(SMBFile(name: name))
    }
    let index = known ?? session.files.count - 1
    session.files[index].opens &+= 1
    return index
  }

  private mutating func tally(_ command: SMBCommand, _ body: (inout SMBCommandTally) -> Void) {
    // Numbers of SMB 1 have one byte, those of SMB 2 end at 18: what is above is damage.
    guard command.name != nil else { return }
    if let known = session.commands.firstIndex(where: { $0.command == command }) {
      body(&session.commands[known])
    } else {
      var tally = SMBCommandTally(command: command)
      body(&tally)
      session.commands.append(tally)
    }
  }

  private mutating func count(_ status: SMBStatus) {
    if let known = session.statuses.firstIndex(where: { $0.status == status }) {
      session.statuses[known].count &+= 1
    } else if session.statuses.count < SMBLimits.statuses {
      session.statuses.append(SMBStatusTally(status: status, count: 1))
    } else {
      session.omittedStatuses &+= 1
    }
  }
}
