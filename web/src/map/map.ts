// The map itself: takes data and states, draws them, tells what was pointed at. It decides nothing.
import * as maplibregl from "maplibre-gl";
import type { GeoJSONSource, Map as Engine } from "maplibre-gl";
import type { Feature, FeatureCollection, Point, Polygon } from "geojson";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { Places } from "../api/types";
import { type DayState, UNKNOWN, changed } from "../domain/steps";
import type { Camera } from "../state/selection";
import { points } from "./cells";
import { hatch } from "./hatch";
import { PALETTES, type Scheme } from "./palette";
import { type SourceId, layers, style } from "./style";
import { tone } from "./tone";

export type Box = readonly [number, number, number, number];

export interface MapEvents {
  readonly onPlace: (index: number) => void;
  readonly onHover: (index: number | null, x: number, y: number) => void;
  readonly onCamera: (camera: Camera) => void;
}

/** A doubtful cell is hatched: from this share of "contested" on. */
const DOUBT = 40;

export type Mark = "doubt" | "changed" | "disputed" | "chosen";
const GROUND_MARKS: ReadonlySet<Mark> = new Set(["doubt", "changed"]);

export class SalientMap {
  private readonly engine: Engine;
  private readonly ready: Promise<void>;
  private shown: DayState | null = null;
  private readonly cellOf: ReadonlyMap<number, Feature<Polygon>>;
  private readonly marks: Record<Mark, readonly number[]> = { doubt: [], changed: [], disputed: [], chosen: [] };
  private marking = false;

  /** Throws where the browser has no WebGL. */
  constructor(
    frame: HTMLElement,
    private readonly places: Places,
    ground: FeatureCollection<Polygon>,
    private readonly outcomes: readonly string[],
    private readonly sides: readonly string[],
    start: Camera | Box,
    private scheme: Scheme,
    events: MapEvents,
  ) {
    maplibregl.setWorkerUrl(new URL(workerUrl, location.href).href);
    const view = isBox(start)
      ? { bounds: start as [number, number, number, number], fitBoundsOptions: { padding: 24 } }
      : { center: [start.lon, start.lat] as [number, number], zoom: start.zoom };
    this.engine = new maplibregl.Map({
      container: frame,
      style: style(PALETTES[scheme]),
      ...view,
      minZoom: 4,
      maxZoom: 13,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    this.engine.touchZoomRotate.disableRotation();
    this.engine.keyboard.disable();
    this.ready = new Promise((resolve) => this.engine.once("load", () => resolve()));
    this.drawImages();
    this.cellOf = new Map(ground.features.map((cell) => [cell.id as number, cell]));
    this.put("cells", ground);
    this.put("places", points(places));
    this.watch(events);
  }

  /** Show the probabilities of a day; touches only what changed. */
  setState(state: DayState): void {
    const contested = this.outcomes.indexOf("contested");
    const doubtful = [...(state.values[contested]?.entries() ?? [])].filter(([, share]) => share !== UNKNOWN && share >= DOUBT);
    this.mark("doubt", doubtful.map(([place]) => place));
    const before = this.shown;
    this.shown = state;
    void this.ready.then(() => this.colour(changed(before, state)));
  }

  /** Mark places: a ring or a circle at the settlement, hatching or an outline on its ground. */
  mark(mark: Mark, places: readonly number[]): void {
    const before = this.marks[mark];
    if (before.length === places.length && before.every((place, i) => place === places[i])) return;
    this.marks[mark] = places;
    if (this.marking) return;
    this.marking = true;
    void this.ready.then(() => {
      this.marking = false;
      this.put("marks", this.marked());
    });
  }

  put(source: SourceId, data: FeatureCollection): void {
    void this.ready.then(() => (this.engine.getSource(source) as GeoJSONSource).setData(data));
  }

  setScheme(scheme: Scheme): void {
    if (scheme === this.scheme) return;
    this.scheme = scheme;
    void this.ready.then(() => {
      this.drawImages();
      for (const layer of layers(PALETTES[scheme]))
        for (const [name, value] of Object.entries(layer.paint ?? {}))
          this.engine.setPaintProperty(layer.id, name as never, value as never);
      if (this.shown) this.colour(changed(null, this.shown));
    });
  }

  /** Bring a place into sight, clear of what covers the map at the right and below. */
  reveal(index: number, cover: { right: number; bottom: number }): void {
    const point = this.pointOf(index);
    if (!point) return;
    const centre = point.coordinates as [number, number];
    const { x, y } = this.engine.project(centre);
    const { clientWidth, clientHeight } = this.engine.getContainer();
    const inside = x > 40 && y > 40 && x < clientWidth - cover.right - 40 && y < clientHeight - cover.bottom - 40;
    if (inside && this.engine.getZoom() >= 7.5) return;
    this.engine.jumpTo({
      center: centre,
      zoom: Math.max(this.engine.getZoom(), 9),
      padding: { top: 0, left: 0, right: cover.right, bottom: cover.bottom },
    });
  }

  zoom(by: number): void {
    this.engine.jumpTo({ zoom: this.engine.getZoom() + by });
  }

  resize(): void {
    this.engine.resize();
  }

  picture(): string {
    return this.engine.getCanvas().toDataURL("image/png");
  }

  /** Resolves when the states of the settlements stand on the screen for the first time. */
  async painted(): Promise<void> {
    await this.ready;
    if (!this.engine.areTilesLoaded()) await new Promise((done) => this.engine.once("idle", done));
    await new Promise((done) => requestAnimationFrame(done));
  }

  /** Resolves when everything asked for so far has been drawn. */
  async settled(): Promise<void> {
    await this.ready;
    if (!this.engine.loaded() || this.engine.isMoving()) await new Promise((done) => this.engine.once("idle", done));
  }

  remove(): void {
    this.engine.remove();
  }

  private colour(places: readonly number[]): void {
    const order = this.outcomes.map((outcome) => this.sides.indexOf(outcome));
    for (const id of places) {
      const colour = tone(this.shown!, id, order, PALETTES[this.scheme]);
      this.engine.setFeatureState({ source: "cells", id }, { colour });
    }
  }

  private marked(): FeatureCollection {
    const features = Object.entries(this.marks).flatMap(([mark, places]) =>
      places.flatMap((id): Feature[] => {
        const shape = GROUND_MARKS.has(mark as Mark) ? this.cellOf.get(id)?.geometry : this.pointOf(id);
        return shape ? [{ type: "Feature", id, properties: { mark }, geometry: shape }] : [];
      }),
    );
    return { type: "FeatureCollection", features };
  }

  private pointOf(index: number): Point | null {
    const [lon, lat] = [this.places.lon[index], this.places.lat[index]];
    return lon == null || lat == null ? null : { type: "Point", coordinates: [lon, lat] };
  }

  private drawImages(): void {
    const palette = PALETTES[this.scheme];
    const draw = (): void => {
      for (const [name, image] of [["hatch", hatch(palette.line)], ["asset", square(palette)]] as const) {
        if (this.engine.hasImage(name)) this.engine.updateImage(name, image);
        else this.engine.addImage(name, image, { pixelRatio: 2 });
      }
    };
    if (this.engine.isStyleLoaded()) draw();
    else this.engine.once("styledata", draw);
  }

  private watch(events: MapEvents): void {
    const at = (point: maplibregl.PointLike): number | null => {
      const names = this.engine.queryRenderedFeatures(point, { layers: ["name", "ring"] });
      const hit = names[0] ?? this.engine.queryRenderedFeatures(point, { layers: ["held"] })[0];
      return typeof hit?.id === "number" ? hit.id : null;
    };
    this.engine.on("click", (event) => {
      const place = at(event.point);
      if (place !== null) events.onPlace(place);
    });
    this.engine.on("mousemove", (event) => events.onHover(at(event.point), event.point.x, event.point.y));
    this.engine.on("mouseout", () => events.onHover(null, 0, 0));
    this.engine.on("moveend", () => {
      const { lng, lat } = this.engine.getCenter();
      events.onCamera({ lon: lng, lat, zoom: this.engine.getZoom() });
    });
  }
}

function isBox(start: Camera | Box): start is Box {
  return Array.isArray(start);
}

function square(palette: { ink: string; halo: string }): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 18;
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = palette.halo;
  pen.fillRect(0, 0, 18, 18);
  pen.fillStyle = palette.ink;
  pen.fillRect(3, 3, 12, 12);
  return pen.getImageData(0, 0, 18, 18);
}
