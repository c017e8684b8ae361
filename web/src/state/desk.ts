// The token of whoever adds and corrects here. It lives in this tab only and is forgotten with it.
import { desk as server } from "../api/desk";
import { Store } from "./store";

export interface Desk {
  readonly token: string | null;
  /** the name that goes with the token, once the server has told it */
  readonly name: string | null;
}

const KEY = "salient-token";

export const desk = new Store<Desk>({ token: null, name: null });

/** Ask the server whose token it is, and keep it for this tab. Throws where it is nobody's. */
export async function signIn(token: string): Promise<void> {
  const { name } = await server.token(token);
  sessionStorage.setItem(KEY, token);
  desk.update({ token, name });
}

export function signOut(): void {
  sessionStorage.removeItem(KEY);
  desk.update({ token: null, name: null });
}

/** Take up the token of this tab again; one that the server no longer knows is forgotten. */
export async function resume(): Promise<void> {
  const token = sessionStorage.getItem(KEY);
  if (token) await signIn(token).catch(signOut);
}
