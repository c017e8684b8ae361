import { render } from "preact";
import { bindAddress, data, selection } from "./state/app";
import { followSelection, loadBase } from "./state/data";
import { resume } from "./state/desk";
import { App } from "./view/App";

bindAddress();
followSelection(data, selection);
void resume();
void loadBase(data, selection);
render(<App />, document.getElementById("app")!);
