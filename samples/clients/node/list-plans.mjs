// Signs in and lists plans, with nothing but an address: the contract comes by server reflection.
//
// npm install, then node list-plans.mjs with SPP_AUTHORITY (http://127.0.0.1:5100), SPP_PLANREGISTRY (127.0.0.1:5101),
// SPP_CLIENT_ID and SPP_CLIENT_SECRET in the environment.
import grpc from '@grpc/grpc-js';
import { loadFileDescriptorSetFromObject } from '@grpc/proto-loader';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor/index.js';

const service = 'socialpolicy.planregistry.v1.PlanService';
const { SPP_AUTHORITY, SPP_PLANREGISTRY, SPP_CLIENT_ID, SPP_CLIENT_SECRET } = process.env;

// The two messages of grpc.reflection.v1 that are needed here.
const reflection = protobuf.parse(`
  syntax = "proto3";
  message Request { string file_containing_symbol = 4; }
  message Files { repeated bytes file_descriptor_proto = 1; }
  message Response { Files file_descriptor_response = 4; }
`).root;

/** An access token by client credentials (RFC 6749, section 4.4). */
async function token() {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: SPP_CLIENT_ID, client_secret: SPP_CLIENT_SECRET });
  const answer = await fetch(`${SPP_AUTHORITY}/token`, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`sign-in refused: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

/** The file that defines the symbol and everything it imports. */
function describe(symbol) {
  const request = reflection.lookupType('Request');
  const response = reflection.lookupType('Response');
  const client = new grpc.Client(SPP_PLANREGISTRY, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => {
    const call = client.makeBidiStreamRequest(
      '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
      (message) => Buffer.from(request.encode(message).finish()),
      (bytes) => response.decode(bytes),
    );
    call.on('error', reject);
    call.on('data', (answer) => {
      const file = answer.fileDescriptorResponse.fileDescriptorProto.map((bytes) => descriptor.FileDescriptorProto.decode(bytes));
      call.end();
      client.close();
      resolve(loadFileDescriptorSetFromObject(descriptor.FileDescriptorSet.toObject({ file }), { keepCase: true, defaults: true, longs: String, enums: String }));
    });
    call.write({ fileContainingSymbol: symbol });
  });
}

const { PlanService } = grpc.loadPackageDefinition(await describe(service)).socialpolicy.planregistry.v1;
const metadata = new grpc.Metadata();
metadata.set('authorization', `Bearer ${await token()}`);
const plans = new PlanService(SPP_PLANREGISTRY, grpc.credentials.createInsecure());

let page_token = '';
do {
  const answer = await new Promise((resolve, reject) => plans.ListPlans(
    { page_size: 100, page_token }, metadata, { deadline: Date.now() + 10_000 },
    (error, reply) => (error ? reject(error) : resolve(reply)),
  ));
  for (const plan of answer.plans) console.log(JSON.stringify(plan));
  page_token = answer.next_page_token;
} while (page_token);
plans.close();
