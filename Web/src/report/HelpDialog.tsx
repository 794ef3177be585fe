import { Dialog } from "../components/Dialog/Dialog";
import { areCharacterKeysOn, switchCharacterKeys } from "../state/characterKeys";
import { fields } from "../state/filter/fields";
import { views } from "./views";
import "./HelpDialog.css";

const keys: readonly (readonly [string, string])[] = [
  ["/", "filter flows"],
  ["?", "this help"],
  ...views.map(({ key, title }) => [`g ${key}`, `go to ${title}`] as const),
  ["j  k", "next and previous row, or finding"],
  ["Enter", "open the row, or the finding"],
  ["t", "relative or absolute times"],
  ["Esc", "close the flow, then show the whole time, then clear the filter"],
];

const graphKeys: readonly (readonly [string, string])[] = [
  ["← →", "from point to point; on the timeline: move the window"],
  ["Shift ← →", "move the view; on the timeline: the end of the window"],
  ["+ −", "zoom in and out; on the timeline: the window"],
  ["0", "show all"],
  ["n p", "next and previous marked packet"],
  ["Home End", "first and last point"],
  ["Ctrl wheel", "zoom; the wheel alone zooms a graph that has the focus"],
];

const examples: readonly (readonly [string, string])[] = [
  ["tcp port 443 and retransmissions > 0", "conditions one after the other must all hold"],
  ["host 10.0.0.0/8 and not udp", "an address, or a network"],
  ["severity >= warning or rtt > 200ms", "numbers take units: ms, s, kB, MB"],
  ['name contains example', "part of a name; = is the whole of it"],
  ["(dns or http) and duration > 2s", "a word alone is looked for in names, addresses and services"],
];

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Help" onClose={onClose}>
      <div className="help">
        <h3>Keys</h3>
        <dl className="help-list help-keys">
          {keys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                {key.split(/ +/).map((part) => (
                  <kbd key={part}>{part}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label className="help-switch">
          <input
            type="checkbox"
            defaultChecked={areCharacterKeysOn()}
            onChange={(event) => switchCharacterKeys(event.target.checked)}
          />
          Keys of one character work (without them: Tab, Enter, Escape and arrows)
        </label>
        <h3>Keys in graphs</h3>
        <dl className="help-list help-keys">
          {graphKeys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                {key.split(" ").map((part) => (
                  <kbd key={part}>{part}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <h3>Filter</h3>
        <p className="soft">
          The filter selects flows, and holds in every view: a DNS question is shown where its flow is selected. Between
          conditions stand <code>and</code>, <code>or</code>, <code>not</code> and parentheses; in them{" "}
          <code>= != &gt; &gt;= &lt; &lt;= contains</code>, or nothing for “is”. Names of Wireshark such as{" "}
          <code>tcp.port == 443</code> and <code>ip.addr</code> are understood too.
        </p>
        <dl className="help-list">
          {examples.map(([example, meaning]) => (
            <div key={example}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <h3>Fields of the filter</h3>
        <dl className="help-list help-fields">
          {fields.map(({ name, meaning }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
