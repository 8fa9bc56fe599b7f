/** 丁　一: a name of two characters is set as wide as one of three, as on every printed list. */
export const spacedName = (name: string): string =>
  /^\p{Script=Han}{2}$/u.test(name)
    ? `${name.slice(0, -lastLength(name))}\u3000${name.slice(-lastLength(name))}`
    : name;

const lastLength = (name: string) => [...name].at(-1)?.length ?? 1;
