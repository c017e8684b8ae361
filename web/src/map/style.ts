// The layers of the map above the surface, from below upwards: land of others and the sea cut it off. No address of another machine stands in it.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Palette } from "./palette";

const EMPTY = { type: "FeatureCollection" as const, features: [] };
const geojson = { type: "geojson" as const, data: EMPTY };

export const SOURCES = ["basemap", "places", "front", "marks", "assets", "reference"] as const;
export type SourceId = (typeof SOURCES)[number];

export function style(palette: Palette): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(SOURCES.map((id) => [id, { ...geojson }])),
    layers: layers(palette),
    transition: { duration: 0, delay: 0 },
  };
}

const marked = (name: string): ExpressionSpecification => ["==", ["get", "mark"], name];
const ofLayer = (name: string): ExpressionSpecification => ["==", ["get", "layer"], name];

export function layers(palette: Palette): LayerSpecification[] {
  const lines = { "line-cap": "round", "line-join": "round" } as const;
  return [
    {
      id: "outside", type: "fill", source: "basemap", filter: ofLayer("outside"),
      paint: { "fill-color": palette.land, "fill-antialias": false },
    },
    { id: "sea", type: "fill", source: "basemap", filter: ofLayer("sea"), paint: { "fill-color": palette.sea } },
    {
      id: "river", type: "line", source: "basemap", filter: ofLayer("river"), layout: lines,
      // A sketch: shown as far in as it is good for.
      paint: {
        "line-color": palette.river, "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.8, 9, 2.4],
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 7.8, 1, 9.2, 0],
      },
    },
    {
      id: "border", type: "line", source: "basemap", filter: ofLayer("border"), layout: lines,
      paint: { "line-color": palette.border, "line-width": 1.1, "line-dasharray": [5, 2, 1, 2] },
    },
    {
      id: "reference", type: "line", source: "reference", layout: lines,
      paint: { "line-color": palette.reference, "line-width": 1.8, "line-dasharray": [2, 2] },
    },
    {
      id: "spread", type: "fill", source: "front", filter: ofLayer("spread"),
      paint: { "fill-color": palette.line, "fill-opacity": 0.09 },
    },
    {
      id: "line", type: "line", source: "front", filter: ofLayer("line"), layout: lines,
      paint: {
        "line-color": palette.line,
        "line-opacity": ["interpolate", ["linear"], ["get", "spread_km"], 4, 1, 10, 0.45, 16, 0.15, 20, 0],
        "line-width": ["interpolate", ["linear"], ["zoom"], 4, 1.2, 8, 2.4, 12, 3.2],
      },
    },
    {
      id: "place", type: "circle", source: "places",
      filter: ["step", ["zoom"], [">=", ["get", "rank"], 30_000], 7, [">=", ["get", "rank"], 2_000], 8.5, true],
      paint: {
        "circle-radius": [
          "interpolate", ["linear"], ["zoom"],
          5, ["interpolate", ["linear"], ["get", "population"], 30_000, 0, 60_000, 1.4, 1_000_000, 3.2],
          8, ["interpolate", ["linear"], ["get", "population"], 0, 1.0, 20_000, 2.4, 1_000_000, 5],
          12, ["interpolate", ["linear"], ["get", "population"], 0, 2.6, 20_000, 4.6, 1_000_000, 7],
        ],
        "circle-color": palette.ink,
        "circle-opacity": 0.75,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 7, 0, 8.5, 1],
      },
    },
    {
      id: "ring", type: "circle", source: "marks", filter: marked("disputed"),
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 5, 5, 9, 8, 12, 12],
        "circle-opacity": 0,
        "circle-stroke-color": palette.ring,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "chosen", type: "circle", source: "marks", filter: marked("chosen"),
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 5, 8, 9, 12, 12, 17],
        "circle-opacity": 0,
        "circle-stroke-color": palette.ink,
        "circle-stroke-width": 2.2,
      },
    },
    {
      id: "asset", type: "symbol", source: "assets", minzoom: 6.5,
      // Of most nothing has been said: they show where there is room.
      filter: ["step", ["zoom"], ["!=", ["get", "look"], "silent"], 8.5, true],
      layout: {
        // A kind that no mark was drawn for has the empty one, which still tells the state.
        "icon-image": ["coalesce", ["image", ["get", "icon"]], ["image", ["concat", "-", ["get", "look"]]]],
        "icon-allow-overlap": true, "icon-size": ["interpolate", ["linear"], ["zoom"], 6.5, 0.55, 9, 0.85, 11, 1],
        "text-field": ["step", ["zoom"], "", 9, ["get", "name"]], "text-size": 11,
        "text-font": ["sans-serif"], "text-anchor": "left", "text-offset": [1.1, 0], "text-optional": true,
        "text-justify": "left", "text-max-width": 12,
      },
      paint: { "text-color": palette.quiet, "text-halo-color": palette.halo, "text-halo-width": 1.2 },
    },
    {
      id: "name", type: "symbol", source: "places",
      // From cities down: a name shows from the zoom at which its like are few enough to read.
      filter: [
        "step", ["zoom"], [">=", ["get", "rank"], 250_000],
        6, [">=", ["get", "rank"], 100_000],
        7, [">=", ["get", "rank"], 30_000],
        8, [">=", ["get", "rank"], 10_000],
        9, [">=", ["get", "rank"], 2_000],
        10, true,
      ],
      layout: {
        "text-field": ["get", "name"],
        "text-font": ["serif"],
        "text-size": ["interpolate", ["linear"], ["get", "population"], 0, 11.5, 50_000, 13.5, 1_000_000, 17],
        "text-variable-anchor": ["bottom", "top", "left", "right"],
        "text-radial-offset": 0.6,
        "text-padding": 3,
        "symbol-sort-key": ["-", 0, ["get", "rank"]],
      },
      paint: { "text-color": palette.ink, "text-halo-color": palette.halo, "text-halo-width": 1.5 },
    },
  ];
}
