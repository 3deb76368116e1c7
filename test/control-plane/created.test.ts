import { KubernetesObject } from './client';
import { complaints, createAll, examples } from './manifests';
import { describeOnControlPlane } from './suite';

for (const { name, objects } of examples()) {
  describeOnControlPlane(`the example ${name} on a real API server`, (client) => {
    test('every object is created under strict field validation, in the order of the files, without a warning', async () => {
      const created = await createAll(client(), objects);
      expect(complaints(created)).toEqual([]);
      expect(created).toHaveLength(objects.length);
    });
  });
}

describeOnControlPlane('created objects on a real API server', (client) => {
  const namespace: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'judged' } };

  test('a field that does not exist is refused', async () => {
    const misspelt = { ...namespace, spec: { finalisers: [] } };
    expect(complaints(await createAll(client(), [misspelt]))).toEqual([
      expect.stringContaining('400 Namespace in version "v1" cannot be handled as a Namespace: strict decoding error: unknown field "spec.finalisers"'),
    ]);
  });

  test('a value that is not allowed is refused', async () => {
    const port = { name: 'http', port: 99999, targetPort: 8080 };
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'default' }, spec: { ports: [port] } };
    expect(complaints(await createAll(client(), [service]))).toEqual([
      expect.stringContaining('422 Service "web" is invalid: spec.ports[0].port: Invalid value: 99999: must be between 1 and 65535'),
    ]);
  });

  test('an object whose namespace comes later is refused', async () => {
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'judged' } };
    expect(complaints(await createAll(client(), [configMap, namespace]))).toEqual([
      'ConfigMap judged/settings: 404 namespaces "judged" not found',
    ]);
  });

  test('a kind that is not served is refused', async () => {
    const retired = { apiVersion: 'extensions/v1beta1', kind: 'Deployment', metadata: { name: 'web', namespace: 'default' } };
    await expect(createAll(client(), [retired])).rejects.toThrow('the API server does not serve extensions/v1beta1 Deployment');
  });

  test('an object of a kind that a definition before it introduces is created, and its unknown fields are refused', async () => {
    const schema = { type: 'object', properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } } };
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'Widget', plural: 'widgets' },
        versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
      },
    };
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'round', namespace: 'default' }, spec: { size: 1 } };
    const misspelt = { ...widget, metadata: { ...widget.metadata, name: 'square' }, spec: { sise: 1 } };
    expect(complaints(await createAll(client(), [definition, widget, misspelt]))).toEqual([
      'Widget default/square: 400 Widget in version "v1" cannot be handled as a Widget: strict decoding error: unknown field "spec.sise"',
    ]);
  });

  test('a warning is a complaint', async () => {
    const deprecated = { apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'web', namespace: 'default' } };
    expect(complaints(await createAll(client(), [deprecated]))).toEqual([
      'Endpoints default/web: warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
    ]);
  });
});
