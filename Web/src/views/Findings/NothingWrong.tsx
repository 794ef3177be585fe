import type { AnalysisDocument } from "../../data/AnalysisDocument";
import { counted } from "../../format/words";
import { SeverityMark } from "../../components/Badge/Badge";

/** What was looked at, where nothing is wrong: so that the reader knows what that means. */
export function NothingWrong({ document }: { readonly document: AnalysisDocument }) {
  return (
    <section className="nothing-wrong card">
      <div className="nothing-wrong-mark">
        <SeverityMark severity="ok" />
      </div>
      <div>
        <p className="nothing-wrong-lead">This capture shows no trouble that Apus knows of.</p>
        <ul>
          {checks(document).map((check) => (
            <li key={check}>
              <SeverityMark severity="ok" /> {check}
            </li>
          ))}
        </ul>
        {unchecked(document).map((what) => (
          <p key={what} className="soft">
            Not looked at: {what}
          </p>
        ))}
      </div>
    </section>
  );
}

function checks({ totals, tcp, flows, applications, quality }: AnalysisDocument): string[] {
  const segments = tcp.segments;
  const found = [
    `${counted(totals.packets, "packet")} of ${counted(flows.flows, "flow")} read`,
    `${counted(tcp.connections, "TCP connection")}: ${tcp.established} established, ${tcp.refused} refused, ${tcp.unanswered} unanswered`,
    `${counted(segments["data_segments"] ?? 0, "data segment")}: loss, reordering, timeouts and closed windows within what is ordinary`,
    quality.severity === "ok" ? "the capture itself is sound: no holes, drops or damage" : "",
  ];
  if (applications) {
    const { dns, http, tls } = applications;
    found.push(
      dns.queries > 0 ? `${counted(dns.queries, "DNS query", "DNS queries")}: answers and their delays` : "",
      http.requests > 0 ? `${counted(http.requests, "HTTP request")}: statuses and delays` : "",
      tls.connections > 0 ? `${counted(tls.connections, "TLS handshake")}: versions, alerts and certificates` : "",
    );
  }
  return found.filter((check) => check !== "");
}

function unchecked({ applications }: AnalysisDocument): string[] {
  return applications ? [] : ["DNS, HTTP, TLS and other applications. Run with --protocols all."];
}
