import { render } from "preact";
import { bindAddress, data, selection } from "./state/app";
import { followSelection, loadBase } from "./state/data";
import { App } from "./view/App";

bindAddress();
followSelection(data, selection);
void loadBase(data, selection);
render(<App />, document.getElementById("app")!);
