// Asks for the token, once a tab.
import { useState } from "preact/hooks";
import { signIn } from "../state/desk";
import { told } from "../state/data";

export function SignIn() {
  const [token, setToken] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const send = (event: Event): void => {
    event.preventDefault();
    setProblem(null);
    signIn(token.trim()).catch((error: unknown) => setProblem(told(error)));
  };
  return (
    <form class="form" onSubmit={send}>
      <p class="lead">Adding and correcting take a token, which whoever runs this server gives out. Your browser keeps it until this tab is closed.</p>
      <label>
        Token
        <input type="password" required autocomplete="off" value={token} onInput={(event) => setToken(event.currentTarget.value)} />
      </label>
      <p><button type="submit" class="act">Go on</button></p>
      {problem && <p class="refused" role="alert">{problem}</p>}
    </form>
  );
}
