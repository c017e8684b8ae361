// A base map by configuration, under the surface: somebody else's style, without its labels, since ours stand above it.
import { type AddProtocolAction, Map as Engine, addProtocol } from "maplibre-gl";
import { Protocol } from "pmtiles";

addProtocol("pmtiles", new Protocol().tilev4 as AddProtocolAction);

export class BaseMap {
  private readonly engine: Engine;

  /** `credit` is called with whom to name, as plain text, once the sources have told. */
  constructor(frame: HTMLElement, style: string, above: Engine, credit: (text: string) => void) {
    this.engine = new Engine({
      container: frame,
      style: new URL(style, location.href).href,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      ...seen(above),
    });
    above.on("move", () => this.engine.jumpTo(seen(above)));
    above.on("resize", () => this.engine.resize());
    this.engine.once("style.load", () => {
      for (const layer of this.engine.getStyle().layers)
        if (layer.type === "symbol") this.engine.setLayoutProperty(layer.id, "visibility", "none");
    });
    this.engine.once("idle", () => credit(this.credits()));
  }

  /** The canvas, with a frame just drawn: valid within `use`. */
  picture(use: (canvas: HTMLCanvasElement) => void): void {
    this.engine.once("render", () => use(this.engine.getCanvas()));
    this.engine.triggerRepaint();
  }

  remove(): void {
    this.engine.remove();
  }

  private credits(): string {
    const told = Object.keys(this.engine.getStyle().sources).map((id) => this.engine.getSource(id)?.attribution ?? "");
    const texts = told.map((html) => new DOMParser().parseFromString(html, "text/html").body.textContent?.trim() ?? "");
    return [...new Set(texts.filter(Boolean))].join(" · ");
  }
}

function seen(engine: Engine) {
  return { center: engine.getCenter(), zoom: engine.getZoom(), padding: engine.getPadding() };
}
