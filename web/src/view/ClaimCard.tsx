// One claim: who says it, in whose words, where and when.
import type { Claim, Theatre } from "../api/types";
import { longDay } from "../domain/days";
import { nameOf, voice } from "../domain/words";

interface Props {
  readonly claim: Claim;
  readonly theatre: Theatre;
  /** the claim it speaks against, when that does not stand beside it */
  readonly target?: Claim | undefined;
}

export function ClaimCard({ claim, theatre, target }: Props) {
  return (
    <article class={`claim ${claim.stance}`} id={`claim-${claim.id}`}>
      <Words claim={claim} />
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
      </p>
      {target && (
        <p class="target">
          against {nameOf(theatre, target.side)}: {target.summary}
        </p>
      )}
    </article>
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
