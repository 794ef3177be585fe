import { useContext } from "react";
import { exactTime, timeText } from "../../format/times";
import { TimeContext } from "./TimeContext";

/** A moment, in nanoseconds since the start, as the reader wants moments; both forms when pointed at. */
export function Moment({ nanoseconds }: { readonly nanoseconds: number | null }) {
  const context = useContext(TimeContext);
  if (nanoseconds === null || Number.isNaN(nanoseconds)) return <span className="soft">–</span>;
  return (
    <time title={exactTime(context.start, nanoseconds, context.zone)}>
      {timeText(context.start, nanoseconds, context)}
    </time>
  );
}
