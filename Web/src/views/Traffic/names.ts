/** What well-known ports are for (IANA), of those that people meet most. */
const services: Readonly<Record<number, string>> = {
  20: "FTP data", 21: "FTP", 22: "SSH", 23: "Telnet", 25: "SMTP", 53: "DNS", 67: "DHCP server",
  68: "DHCP client", 69: "TFTP", 80: "HTTP", 88: "Kerberos", 110: "POP3", 111: "RPC", 123: "NTP",
  135: "MS RPC", 137: "NetBIOS names", 138: "NetBIOS datagrams", 139: "NetBIOS sessions",
  143: "IMAP", 161: "SNMP", 162: "SNMP traps", 179: "BGP", 389: "LDAP", 443: "HTTPS", 445: "SMB",
  465: "SMTPS", 514: "Syslog", 587: "Mail submission", 636: "LDAPS", 853: "DNS over TLS",
  993: "IMAPS", 995: "POP3S", 1433: "SQL Server", 1521: "Oracle", 1900: "SSDP", 2049: "NFS",
  3306: "MySQL", 3389: "RDP", 4789: "VXLAN", 5060: "SIP", 5061: "SIPS", 5353: "mDNS",
  5355: "LLMNR", 5432: "PostgreSQL", 5672: "AMQP", 6379: "Redis", 8080: "HTTP, other",
  8443: "HTTPS, other", 9092: "Kafka", 27017: "MongoDB",
};

/** The usual service of a port; undefined for others. */
export function usualService(port: number): string | undefined {
  return services[port];
}
