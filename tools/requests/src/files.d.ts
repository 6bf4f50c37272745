declare module "*.txt" {
  const text: string;
  export default text;
}
declare module "*/states.json" {
  const states: { alpha3: string; name: Record<string, string> }[];
  export default states;
}
