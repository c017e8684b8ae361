// One claim: who says it, in whose words, where and when.
import { useState } from "preact/hooks";
import type { Claim, Panel, Theatre } from "../api/types";
import { citation } from "../domain/citation";
import { longDay } from "../domain/days";
import { nameOf, voice } from "../domain/words";
import { sharedAddress } from "../state/app";
import { Notes } from "./Notes";
import { Wrong } from "./Wrong";

interface Props {
  readonly claim: Claim;
  readonly theatre: Theatre;
  /** the place that the claim is shown at: with it the claim can be cited */
  readonly panel?: Panel | undefined;
  /** it was found wrong, and is not counted */
  readonly gone?: boolean;
  /** the claim it speaks against, when that does not stand beside it */
  readonly target?: Claim | undefined;
}

export function ClaimCard({ claim, theatre, panel, gone, target }: Props) {
  return (
    <article class={`claim ${claim.stance}`} id={`claim-${claim.id}`}>
      {gone ? <del><Words claim={claim} /></del> : <Words claim={claim} />}
      <p class="who">
        <b>{voice(claim)}</b>
        {claim.office && claim.office !== claim.speaker && <span>, {claim.office}</span>}
        {claim.stance !== "asserts" && <span class="stance">{claim.stance}</span>}
      </p>
      <p class="where">
        {claim.url ? (
          <a href={claim.url} target="_blank" rel="noopener noreferrer">{claim.outlet ?? "source"}</a>
        ) : (
          claim.outlet ?? claim.report
        )}
        {claim.via.length > 0 && <span> via {claim.via.join(", ")}</span>}
        {claim.published && <>, <time dateTime={claim.published}>{longDay(claim.published)}</time></>}
        {panel && <Cite claim={claim} theatre={theatre} panel={panel} />}
      </p>
      <Notes claim={claim} />
      {panel && <Wrong claim={claim} theatre={theatre} />}
      {target && (
        <p class="target">
          against {nameOf(theatre, target.side)}: {target.summary}
        </p>
      )}
    </article>
  );
}

function Cite({ claim, theatre, panel }: { readonly claim: Claim; readonly theatre: Theatre; readonly panel: Panel }) {
  const [done, setDone] = useState("");
  const copy = (): void => {
    const text = citation(claim, panel, theatre, sharedAddress());
    navigator.clipboard.writeText(text).then(
      () => setDone("copied"),
      () => setDone("the browser does not allow copying"),
    );
  };
  return (
    <>
      {" "}
      <button type="button" class="link cite" aria-label={`cite ${voice(claim)}`} title="Copy as a citation" onClick={copy}>cite</button>
      <span role="status">{done && ` ${done}`}</span>
    </>
  );
}

/** The outlet's own words in quotation marks; words retold by others without, and labelled. */
function Words({ claim }: { readonly claim: Claim }) {
  if (claim.quote) return <blockquote>“{claim.quote}”</blockquote>;
  if (claim.text)
    return (
      <p class="retold">
        <span class="label">Retold</span> {claim.text}
      </p>
    );
  return <p class="retold"><span class="label">In short</span> {claim.summary}</p>;
}
