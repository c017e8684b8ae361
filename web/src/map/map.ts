// The map itself: takes data and states, draws them, tells what was pointed at. It decides nothing.
import * as maplibregl from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import type { GeoJSONSource, Map as Engine } from "maplibre-gl";
import type { Feature, FeatureCollection, Point } from "geojson";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { Places } from "../api/types";
import { LOOKS, type Look } from "../domain/assets";
import type { DayState } from "../domain/steps";
import type { Camera } from "../state/selection";
import type { BaseMap } from "./base";
import { type Box, type Ground, mercator, points } from "./ground";
import { KINDS, icon } from "./icons";
import { PALETTES, type Scheme } from "./palette";
import { type SourceId, layers, style } from "./style";
import { type Sight, Surface } from "./surface";

export interface MapEvents {
  readonly onPlace: (index: number) => void;
  readonly onAsset: (id: string) => void;
  readonly onHover: (index: number | null, x: number, y: number) => void;
  readonly onCamera: (camera: Camera) => void;
  /** whom a configured base map names */
  readonly onCredit: (text: string) => void;
}

/** Pixels that the whole world takes at zoom 0. */
const TILE = 512;

export type Mark = "disputed" | "chosen";

export class SalientMap {
  private readonly engine: Engine;
  private readonly ready: Promise<void>;
  private readonly surface: Surface;
  private readonly marks: Record<Mark, readonly number[]> = { disputed: [], chosen: [] };
  private marking = false;
  private base: BaseMap | null = null;
  /** whether another map lies under the surface, so that the bundled one must not cover it */
  readonly hasBase: boolean;

  /** `slots[k]` is outcome k's colour in the palette, -1 for "contested". Throws where the browser has no WebGL 2. */
  constructor(
    frame: HTMLElement,
    private readonly places: Places,
    private readonly ground: Ground,
    slots: readonly number[],
    start: Camera | Box,
    private scheme: Scheme,
    events: MapEvents,
    mapStyle: string | null,
  ) {
    maplibregl.setWorkerUrl(new URL(workerUrl, location.href).href);
    const view = isBox(start)
      ? { bounds: start as [number, number, number, number], fitBoundsOptions: { padding: 24 } }
      : { center: [start.lon, start.lat] as [number, number], zoom: start.zoom };
    this.surface = new Surface(ground, slots, PALETTES[scheme], mapStyle !== null);
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
    });
    this.engine.touchZoomRotate.disableRotation();
    this.engine.keyboard.disable();
    this.ready = new Promise((resolve) => this.engine.once("style.load", () => resolve()));
    void this.ready.then(() => withoutSky(this.engine));
    this.surface.canvas.className = "surface";
    frame.prepend(this.surface.canvas);
    this.hasBase = mapStyle !== null;
    if (mapStyle !== null) void this.addBase(frame, mapStyle, events.onCredit);
    this.engine.on("render", () => this.surface.look(this.sight()));
    this.surface.look(this.sight());
    this.drawImages();
    this.put("places", points(places));
    this.watch(events);
  }

  /** Show the probabilities of a day: the next frame has them. */
  setState(state: DayState): void {
    this.surface.setState(state);
  }

  /** Outline the ground of the places that changed. */
  outline(places: readonly number[]): void {
    this.surface.outline(places);
  }

  /** Mark places with a ring or a circle. */
  mark(mark: Mark, places: readonly number[]): void {
    const before = this.marks[mark];
    if (before.length === places.length && before.every((place, i) => place === places[i])) return;
    this.marks[mark] = places;
    if (this.marking) return;
    this.marking = true;
    queueMicrotask(() => {
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
    this.surface.setPalette(PALETTES[scheme]);
    void this.ready.then(() => {
      this.drawImages();
      for (const layer of layers(PALETTES[scheme]))
        for (const [name, value] of Object.entries(layer.paint ?? {}))
          this.engine.setPaintProperty(layer.id, name as never, value as never);
    });
  }

  /** Bring a place into sight, clear of what covers so many pixels of the map from below; nearer unless `asIs`. */
  reveal(index: number, covered: number, asIs: boolean): void {
    const point = this.pointOf(index);
    if (!point) return;
    const centre = point.coordinates as [number, number];
    const { x, y } = this.engine.project(centre);
    const { clientWidth, clientHeight } = this.engine.getContainer();
    const inside = x > 40 && y > 40 && x < clientWidth - 40 && y < clientHeight - covered - 40;
    const near = asIs || this.engine.getZoom() >= 7.5;
    if (inside && near) return;
    this.engine.jumpTo({
      center: centre,
      ...(near ? {} : { zoom: 9 }),
      padding: { top: 0, left: 0, right: 0, bottom: covered },
    });
  }

  zoom(by: number): void {
    this.engine.jumpTo({ zoom: this.engine.getZoom() + by });
  }

  resize(): void {
    this.engine.resize();
  }

  /** The map as it stands, as an image. A frame is drawn for it: what is shown may already be gone from memory. */
  async picture(): Promise<HTMLCanvasElement> {
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [this.engine.getCanvas().width, this.engine.getCanvas().height];
    const pen = copy.getContext("2d")!;
    const { base } = this;
    if (base)
      await new Promise<void>((done) => base.picture((canvas) => {
        pen.drawImage(canvas, 0, 0, copy.width, copy.height);
        done();
      }));
    return new Promise((resolve) => {
      this.engine.once("render", () => {
        const above = this.engine.getCanvas();
        this.surface.draw();
        for (const layer of [this.surface.canvas, above]) pen.drawImage(layer, 0, 0, copy.width, copy.height);
        resolve(copy);
      });
      this.engine.triggerRepaint();
    });
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
    this.base?.remove();
    this.surface.remove();
    this.engine.remove();
  }

  private async addBase(frame: HTMLElement, style: string, credit: (text: string) => void): Promise<void> {
    const below = document.createElement("div");
    below.className = "base";
    frame.prepend(below);
    const { BaseMap } = await import("./base");
    this.base = new BaseMap(below, style, this.engine, credit);
  }

  private sight(): Sight {
    const { clientWidth, clientHeight } = this.engine.getContainer();
    const { lng, lat } = this.engine.unproject([clientWidth / 2, clientHeight / 2]);
    const [x, y] = mercator(lng, lat);
    return { x, y, scale: TILE * 2 ** this.engine.getZoom() };
  }

  private marked(): FeatureCollection {
    const features = Object.entries(this.marks).flatMap(([mark, places]) =>
      places.flatMap((id): Feature[] => {
        const shape = this.pointOf(id);
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
      for (const kind of [...KINDS, ""])
        for (const look of Object.keys(LOOKS) as Look[]) {
          const [name, mark] = [`${kind}-${look}`, icon(kind, look, palette)];
          const image = mark.getContext("2d")!.getImageData(0, 0, mark.width, mark.height);
          if (this.engine.hasImage(name)) this.engine.updateImage(name, image);
          else this.engine.addImage(name, image, { pixelRatio: 2 });
        }
    };
    if (this.engine.isStyleLoaded()) draw();
    else this.engine.once("styledata", draw);
  }

  private watch(events: MapEvents): void {
    const at = ({ point, lngLat }: maplibregl.MapMouseEvent): number | null => {
      const hit = this.engine.queryRenderedFeatures(point, { layers: ["name", "ring"] })[0];
      return typeof hit?.id === "number" ? hit.id : this.ground.nearest(lngLat.lng, lngLat.lat);
    };
    this.engine.on("click", (event) => {
      const asset = this.engine.queryRenderedFeatures(event.point, { layers: ["asset"] })[0];
      if (asset) return events.onAsset(String(asset.properties.asset));
      const place = at(event);
      if (place !== null) events.onPlace(place);
    });
    this.engine.on("mousemove", (event) => events.onHover(at(event), event.point.x, event.point.y));
    this.engine.on("mouseout", () => events.onHover(null, 0, 0));
    this.engine.on("moveend", () => {
      const { lng, lat } = this.engine.getCenter();
      events.onCamera({ lon: lng, lat, zoom: this.engine.getZoom() });
    });
  }
}

/**
 * MapLibre draws the sky over the whole canvas, in every frame, even where the camera looks straight down. Without a
 * graphics card that is more than half of an empty frame.
 */
function withoutSky(engine: Engine): void {
  engine.style.sky.getEvaluated = () => undefined as never;
}

function isBox(start: Camera | Box): start is Box {
  return Array.isArray(start);
}
