// What a token opens: look, store, correct. The token travels in a header, never in a cookie or an address.
import { answerOf } from "./client";
import type { Correction, CorrectionAsked, Preview, PreviewAsked, Stored } from "./types";

function ask<T>(path: string, token: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (body === undefined) return answerOf<T>(fetch(`./api/${path}`, { headers }));
  headers["content-type"] = "application/json";
  return answerOf<T>(fetch(`./api/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

export const desk = {
  token: (token: string) => ask<{ name: string }>("token", token),
  preview: (token: string, asked: PreviewAsked) => ask<Preview>("preview", token, asked),
  store: (token: string, preview: string) => ask<Stored>("reports", token, { preview }),
  correct: (token: string, asked: CorrectionAsked) => ask<Correction>("corrections", token, asked),
  reverse: (token: string, correction: string, reason: string) =>
    ask<Correction>(`corrections/${encodeURIComponent(correction)}/reversal`, token, { reason }),
};
