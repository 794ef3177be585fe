import { createRoot } from "react-dom/client";
import { loadDataset } from "../data/loadDataset";
import { startTheme } from "../theme/theme";
import "../theme/theme.css";
import "../charts/palette.css";
import "../theme/base.css";
import { Failure } from "./Failure";
import { Loading } from "./Loading";
import { Report } from "./Report";

startTheme();
// Never the body itself: React empties what it is given, and the data stand there.
const place = document.getElementById("apus-report") ?? document.createElement("div");
if (!place.isConnected) document.body.append(place);
const root = createRoot(place);
root.render(<Loading />);
loadDataset().then(
  (data) =>
    root.render(
      <Failure.Boundary>
        <Report data={data} />
      </Failure.Boundary>,
    ),
  (error: unknown) => root.render(<Failure error={error} />),
);
