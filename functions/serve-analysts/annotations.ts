import { type Annotation, annotationOf, isAbout } from '../domain/analysts/annotation.ts';
import type { Answering, Refused } from './answering.ts';

/** Where remarks are kept. */
export interface AnnotationDeps {
  annotations: {
    /** The oldest day first. */
    all(): Promise<Annotation[]>;
    of(id: string): Promise<Annotation | undefined>;
    /** One of the same id stays as it is. Answers nothing where there is no room. */
    add(annotation: Annotation): Promise<Annotation | undefined>;
    remove(id: string): Promise<void>;
  };
}

const tooMany: Refused = {
  kind: 'refused',
  code: 'too-many',
  detail: 'there are 1,000 remarks',
  fix: 'take some of them away that nobody needs any more',
};

const notFound: Refused = {
  kind: 'refused',
  code: 'not-found',
  detail: 'there is no such remark',
  fix: 'list remarks for their ids; somebody may have taken it away already',
};

const notTheirs: Refused = {
  kind: 'refused',
  code: 'not-allowed',
  detail: 'somebody else wrote the remark, and owners take away only their own',
  fix: 'ask who wrote it, or a lead',
};

/** Answers what people noted beside the figures, and takes their notes. */
export const answerAnnotations = ({
  annotations,
}: AnnotationDeps): Answering<'annotations' | 'annotate' | 'removeAnnotation'> => ({
  annotations: async ({ query }) => ({
    kind: 'answered',
    answer: { annotations: (await annotations.all()).filter((one) => isAbout(one, query)) },
  }),
  annotate: async ({ body, caller, now }) => {
    const kept = await annotations.add(annotationOf(body, caller.id, now));
    return kept ? { kind: 'answered', answer: kept } : tooMany;
  },
  removeAnnotation: async ({ path: { id = '' }, caller }) => {
    const annotation = await annotations.of(id);
    if (!annotation) return notFound;
    if (!caller.roles.includes('lead') && annotation.by !== caller.id) return notTheirs;
    await annotations.remove(id);
    return { kind: 'answered', answer: undefined };
  },
});
