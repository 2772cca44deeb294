export const ownFigures = (): string => '';
