import type { HtmlTagDescriptor, Plugin } from 'vite';
import type { DatasetHandler } from './dataset-handler.ts';
import { datasetHandler, isDatasetRequest } from './dataset-handler.ts';
import { contentSecurityPolicy } from './policy.ts';

/**
 * In development, serves the folder named by `MIDSCOPE_DATA` as `npm start -- --data` does. In the build,
 * writes the policy into the page, first in its head, so that it holds wherever the page is served from;
 * the development server cannot carry it.
 */
export function midscopeDataset(dataDir = process.env['MIDSCOPE_DATA']): Plugin {
  let dataset: DatasetHandler | undefined;
  return {
    name: 'midscope-dataset',
    async configureServer({ middlewares, config }) {
      if (dataDir === undefined || dataDir === '') return;
      const served = await datasetHandler({
        directory: dataDir,
        warn: (message) => config.logger.warn(message),
      });
      dataset = served;
      middlewares.use((request, response, next) => {
        if (isDatasetRequest(request)) void served.handle(request, response);
        else next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { server }) => (server ? datasetTags(dataset) : [policyTag()]),
    },
  };
}

const policyTag = (): HtmlTagDescriptor => ({
  tag: 'meta',
  attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy('meta') },
  injectTo: 'head-prepend',
});

const datasetTags = (dataset: DatasetHandler | undefined): HtmlTagDescriptor[] =>
  dataset
    ? [{ tag: 'meta', attrs: { name: 'midscope-dataset', content: dataset.name }, injectTo: 'head' }]
    : [];
