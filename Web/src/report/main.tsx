import { createRoot } from "react-dom/client";
import { loadDataset } from "../data/loadDataset";
import "../theme/theme.css";
import { Report } from "./Report";

const root = createRoot(document.getElementById("apus") ?? document.body);
loadDataset().then(
  (data) => root.render(<Report data={data} />),
  (error: unknown) => {
    root.render(<p role="alert">This report cannot be read: {String(error)}</p>);
  },
);
