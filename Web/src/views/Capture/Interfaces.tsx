import { Figure } from "../../components/Figure/Figure";
import { PacketText } from "../../components/PacketText/PacketText";
import type { CaptureInterface } from "../../data/AnalysisDocument";
import { counted } from "../../format/words";

interface InterfacesProps {
  readonly interfaces: readonly CaptureInterface[];
  readonly refused: number;
}

/** Where the packets came from. */
export function Interfaces({ interfaces, refused }: InterfacesProps) {
  if (interfaces.length === 0) return null;
  return (
    <div className="capture-interfaces" tabIndex={0} role="region" aria-label="Interfaces">
      <table>
        <thead>
          <tr>
            <th scope="col">Interface</th>
            <th scope="col">Link</th>
            <th scope="col" className="table-number">Packets</th>
            <th scope="col" className="table-number">Snapshot length</th>
            <th scope="col" className="table-number">Speed</th>
            <th scope="col" className="table-number">Received</th>
            <th scope="col" className="table-number">Dropped</th>
          </tr>
        </thead>
        <tbody>
          {interfaces.map((each) => (
            <tr key={each.index}>
              <th scope="row">
                <PacketText text={each.name ?? `Interface ${each.index}`} wraps />
                {each.description && (
                  <div className="soft">
                    <PacketText text={each.description} wraps />
                  </div>
                )}
              </th>
              <td>
                {each.link_name} <span className="soft">({each.link_type})</span>
              </td>
              <td className="table-number">
                <Figure value={each.packets} />
              </td>
              <td className="table-number">
                {each.snap_length ? <Figure value={each.snap_length} unit="bytes" /> : "no limit"}
              </td>
              <td className="table-number">
                <Figure value={each.speed} unit="bps" />
              </td>
              <td className="table-number">
                <Figure value={each.received} />
              </td>
              <td className="table-number">
                <Figure value={dropped(each)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused > 0 && <p className="soft">{counted(refused, "interface")} more than the limit</p>}
    </div>
  );
}

/** By the interface and by the system together; null where the file says nothing. */
function dropped(each: CaptureInterface): number | null {
  const { dropped_by_interface: card, dropped_by_system: system } = each;
  return card === null && system === null ? null : (card ?? 0) + (system ?? 0);
}
