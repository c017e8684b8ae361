// Short names for the shapes of the API; schema.ts is generated from docs/reference/openapi.json.
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Theatre = Schemas["TheatreView"];
export type Side = Schemas["SideView"];
export type Places = Schemas["PlacesView"];
export type Steps = Schemas["StepsView"];
export type Days = Schemas["DaysView"];
export type Panel = Schemas["PanelView"];
export type History = Schemas["HistoryView"];
export type Claim = Schemas["ClaimView"];
export type Evidence = Schemas["EvidenceView"];
export type Distance = Schemas["DistanceView"];
export type Found = Schemas["FoundView"];
export type Dispute = Schemas["DisputeView"];
export type TrackRecord = Schemas["RecordView"];
export type Asset = Schemas["AssetView"];
export type Correction = Schemas["CorrectionView"];
export type CorrectionNote = Schemas["CorrectionNote"];
export type CorrectionAsked = Schemas["CorrectionAsked"];
export type Preview = Schemas["PreviewView"];
export type PreviewAsked = Schemas["PreviewAsked"];
export type PreviewedClaim = Schemas["PreviewedClaimView"];
export type Reference = Schemas["ReferenceView"];
export type Stored = Schemas["StoredView"];
