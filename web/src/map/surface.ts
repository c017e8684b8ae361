// Who controls the ground, drawn by the graphics card on a canvas of its own under the map. A change of day is one small
// texture and one drawing of it; labels, borders and the line above stay as they are.
import { type DayState, UNKNOWN } from "../domain/steps";
import { BEYOND, type Ground } from "./ground";
import { type Palette, sideColour } from "./palette";

/** Opacity by probability: half a chance is no colour at all, since what is drawn is how far one side is ahead. */
export function strength(percent: number): number {
  return Math.max(percent - 50, 0) * 0.0108;
}

/** What is looked at: the middle on the Mercator plane, and how many pixels of the page its width takes. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const VERTEX = `#version 300 es
uniform vec2 middle;
uniform vec2 scale;
in vec2 at;
in vec4 given;
out vec4 state;
void main() {
  state = given;
  gl_Position = vec4((at - middle) * scale, 0.0, 1.0);
}`;

/**
 * Red and green: the probabilities of the two colours; blue: contested; alpha: marked as changed. Between the
 * settlements they are spread evenly. Where nothing is known all are zero, so the sum tells how near that is. Nothing
 * branches: without a graphics card both ways would be taken by every dot.
 */
const fragment = (outlined: boolean): string => `#version 300 es
precision mediump float;
uniform vec4 land;
uniform vec3 first;
uniform vec3 second;
uniform vec3 ink;
uniform vec2 stripes;
in ${outlined ? "highp " : ""}vec4 state;
out vec4 colour;
void main() {
  float known = state.r + state.g + state.b;
  float ahead = max(max(state.r, state.g) - 0.5 * known, 0.0) * 1.08;
  colour = mix(land, vec4(state.r > state.g ? first : second, 1.0), ahead);
  float stripe = abs(fract(dot(gl_FragCoord.xy, stripes)) - 0.5) * 9.0;
  float doubt = clamp((state.b - 0.22 * known) * 12.0, 0.0, 1.0);
  colour = mix(colour, vec4(ink, 1.0), doubt * clamp(1.2 - stripe, 0.0, 1.0) * 0.5);
  ${outlined ? OUTLINE : ""}
}`;

const OUTLINE = `
  float edge = abs(state.a - 0.5) / max(fwidth(state.a), 0.0001);
  colour = mix(colour, vec4(ink, 1.0), clamp(1.2 - edge, 0.0, 1.0) * 0.9);`;

interface Program {
  readonly program: WebGLProgram;
  readonly uniforms: Readonly<Record<"middle" | "scale" | "land" | "first" | "second" | "ink" | "stripes", WebGLUniformLocation | null>>;
}

const [AT, GIVEN] = [0, 1];

export class Surface {
  readonly canvas = document.createElement("canvas");
  private readonly gl: WebGL2RenderingContext;
  /** dots of the canvas for each pixel of the page: the surface is smooth, so few do without a graphics card */
  private readonly dots: number;
  private readonly origin: readonly [number, number];
  private readonly states: Uint8Array;
  private plain!: Program;
  private marked: Program | null = null;
  private fresh = true;
  private outlined = false;
  private asked = 0;
  private sight: Sight | null = null;

  /**
   * `slots[k]` is outcome k's place in the palette (0 or 1), -1 for "contested". With `over` the canvas lets through
   * what lies under it, else it is the land itself. Throws where the browser has no WebGL 2.
   */
  constructor(
    private readonly ground: Ground,
    private readonly slots: readonly number[],
    private palette: Palette,
    private readonly over: boolean,
  ) {
    const gl = this.canvas.getContext("webgl2", { alpha: over, antialias: false, depth: false, stencil: false });
    if (!gl) throw new Error("no WebGL 2");
    this.gl = gl;
    this.dots = isSoftware(gl) ? 0.5 : Math.min(devicePixelRatio, 2);
    this.origin = [ground.xy[0] ?? 0, ground.xy[1] ?? 0];
    this.states = new Uint8Array(4 * ground.place.length);
    this.prepare();
    this.canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    this.canvas.addEventListener("webglcontextrestored", () => {
      this.prepare();
      this.redraw();
    });
  }

  /** Show the probabilities of a day. */
  setState(state: DayState): void {
    const { place } = this.ground;
    for (let site = 0; site < place.length; site++) {
      const at = 4 * site;
      this.states[at] = this.states[at + 1] = this.states[at + 2] = 0;
      const index = place[site]!;
      if (index === BEYOND || state.values[0]![index] === UNKNOWN) continue;
      for (let k = 0; k < this.slots.length; k++) {
        const channel = at + (this.slots[k]! < 0 ? 2 : this.slots[k]! % 2);
        this.states[channel]! += Math.round(state.values[k]![index]! * 2.55);
      }
    }
    this.redraw();
  }

  /** Outline the ground of some places. */
  outline(places: readonly number[]): void {
    if (!places.length && !this.outlined) return;
    const wanted = new Set(places);
    this.ground.place.forEach((place, site) => (this.states[4 * site + 3] = wanted.has(place) ? 255 : 0));
    this.outlined = places.length > 0;
    this.redraw();
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.redraw();
  }

  /** Look elsewhere: drawn at once, so that it moves together with what lies above. */
  look(sight: Sight): void {
    const same = this.sight && sight.x === this.sight.x && sight.y === this.sight.y && sight.scale === this.sight.scale;
    if (same && this.fits()) return;
    this.sight = sight;
    this.draw();
  }

  /** Draw now. The picture stays in memory until the task ends. */
  draw(): void {
    const { gl, canvas, sight } = this;
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    if (!sight || gl.isContextLost()) return;
    if (!this.fits()) [canvas.width, canvas.height] = this.size();
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (!width || !height) return;
    if (this.fresh) gl.bufferData(gl.ARRAY_BUFFER, this.states, gl.DYNAMIC_DRAW);
    this.fresh = false;
    const { program, uniforms } = this.outlined ? (this.marked ??= build(gl, true)) : this.plain;
    gl.useProgram(program);
    gl.viewport(0, 0, canvas.width, canvas.height);
    const [red, green, blue] = this.over ? [0, 0, 0] : rgb(this.palette.land);
    const alpha = this.over ? 0 : 1;
    gl.clearColor(red, green, blue, alpha);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform4f(uniforms.land, red, green, blue, alpha);
    gl.uniform2f(uniforms.middle, sight.x - this.origin[0], sight.y - this.origin[1]);
    gl.uniform2f(uniforms.scale, (2 * sight.scale) / width, (-2 * sight.scale) / height);
    gl.uniform3fv(uniforms.first, rgb(sideColour(this.palette, 0)));
    gl.uniform3fv(uniforms.second, rgb(sideColour(this.palette, 1)));
    gl.uniform3fv(uniforms.ink, rgb(this.palette.line));
    gl.uniform2f(uniforms.stripes, 1 / (9 * this.dots), 1 / (9 * this.dots));
    gl.drawElements(gl.TRIANGLES, this.ground.triangles.length, gl.UNSIGNED_INT, 0);
  }

  remove(): void {
    cancelAnimationFrame(this.asked);
    this.canvas.remove();
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  private redraw(): void {
    this.fresh = true;
    this.asked ||= requestAnimationFrame(() => this.draw());
  }

  private size(): [number, number] {
    return [Math.round(this.canvas.clientWidth * this.dots), Math.round(this.canvas.clientHeight * this.dots)];
  }

  private fits(): boolean {
    const [width, height] = this.size();
    return this.canvas.width === width && this.canvas.height === height;
  }

  /** What the graphics card keeps; the buffer of states stays bound, since it is the one that changes. */
  private prepare(): void {
    const { gl } = this;
    this.plain = build(gl, false);
    this.marked = null;
    gl.bindVertexArray(gl.createVertexArray());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, Uint32Array.from(this.ground.triangles), gl.STATIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, Float32Array.from(this.ground.xy, (value, i) => value - this.origin[i % 2]!), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(AT);
    gl.vertexAttribPointer(AT, 2, gl.FLOAT, false, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.enableVertexAttribArray(GIVEN);
    gl.vertexAttribPointer(GIVEN, 4, gl.UNSIGNED_BYTE, true, 0, 0);
    this.fresh = true;
  }
}

/** Throws where the browser cannot compile what every WebGL 2 can. */
function build(gl: WebGL2RenderingContext, outlined: boolean): Program {
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment(outlined)]] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, AT, "at");
  gl.bindAttribLocation(program, GIVEN, "given");
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? "no program");
  const at = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
  return {
    program,
    uniforms: {
      middle: at("middle"), scale: at("scale"), land: at("land"), first: at("first"), second: at("second"),
      ink: at("ink"), stripes: at("stripes"),
    },
  };
}

function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return /swiftshader|llvmpipe|software|basic render/i.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)));
}

export function rgb(colour: string): [number, number, number] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];
}
