// Colours that MapLibre needs as values; the page's own stand in style/colours.css.
// Two hues apart in lightness as well, told apart with every kind of colour blindness, and no flag's.

export type Scheme = "light" | "dark";

export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly river: string;
  readonly ink: string;
  readonly halo: string;
  readonly quiet: string;
  /** by order of the theatre's sides; more sides repeat */
  readonly sides: readonly string[];
  readonly line: string;
  readonly ring: string;
  readonly reference: string;
}

export const PALETTES: Record<Scheme, Palette> = {
  light: {
    sea: "#dbe2e2", land: "#f5f1e8", border: "#b9b0a0", river: "#b4c6ca", ink: "#2a2620", halo: "#f5f1e8",
    quiet: "#857b6b", sides: ["#6a4c6d", "#a3b18a"], line: "#1d1a16", ring: "#a8431f", reference: "#1f5f7a",
  },
  dark: {
    sea: "#14191c", land: "#23221f", border: "#57524a", river: "#3a474c", ink: "#ece6da", halo: "#1b1a18",
    quiet: "#9c9384", sides: ["#a684a8", "#5f6f4c"], line: "#f4eee2", ring: "#e58a5f", reference: "#7fc3dc",
  },
};

export function sideColour(palette: Palette, index: number): string {
  return palette.sides[index % palette.sides.length]!;
}
