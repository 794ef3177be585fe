/// Where a frame goes from and to, and on which VLAN.
struct Route {
  var source: Host
  var destination: Host
  var vlan: UInt16?

  var reversed: Route { Route(source: destination, destination: source, vlan: vlan) }
}
