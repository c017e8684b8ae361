/** Hand a file to the reader. */
export function save(name: string, type: string, content: string): void {
  const link = document.createElement("a");
  const address = content.startsWith("data:") ? content : URL.createObjectURL(new Blob([content], { type }));
  link.href = address;
  link.download = name;
  link.click();
  if (address !== content) setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
