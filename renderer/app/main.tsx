import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startUp } from "./start/start-up.ts";

await startUp();
createRoot(document.getElementById("root")!).render(<App />);
