#!/usr/bin/env python3
"""Signs in and lists plans, with nothing but an address: the contract comes by server reflection.

Needs Debian's python3-grpcio and python3-protobuf. Environment: SPP_AUTHORITY (http://127.0.0.1:5100),
SPP_PLANREGISTRY (127.0.0.1:5101), SPP_CLIENT_ID, SPP_CLIENT_SECRET.
"""
import json
import os
import urllib.parse
import urllib.request

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

REFLECTION = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo"
SERVICE = "socialpolicy.planregistry.v1.PlanService"


def token(authority, client_id, client_secret):
    """An access token by client credentials (RFC 6749, section 4.4)."""
    form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
    with urllib.request.urlopen(f"{authority}/token", urllib.parse.urlencode(form).encode(), timeout=10) as answer:
        return json.load(answer)["access_token"]


def message_class(pool, name):
    return message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName(name))


def reflection_messages():
    """The two messages of grpc.reflection.v1 that are needed here, described by hand."""
    file = descriptor_pb2.FileDescriptorProto(name="reflection_subset.proto", package="r", syntax="proto3")
    string, data, message = (descriptor_pb2.FieldDescriptorProto.TYPE_STRING, descriptor_pb2.FieldDescriptorProto.TYPE_BYTES,
                             descriptor_pb2.FieldDescriptorProto.TYPE_MESSAGE)
    one, many = descriptor_pb2.FieldDescriptorProto.LABEL_OPTIONAL, descriptor_pb2.FieldDescriptorProto.LABEL_REPEATED
    file.message_type.add(name="Request").field.add(name="file_containing_symbol", number=4, type=string, label=one)
    file.message_type.add(name="Files").field.add(name="file_descriptor_proto", number=1, type=data, label=many)
    file.message_type.add(name="Response").field.add(name="file_descriptor_response", number=4, type=message, type_name=".r.Files", label=one)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_class(pool, "r.Request"), message_class(pool, "r.Response")


def describe(channel, symbol):
    """A pool with the file that defines the symbol and everything it imports."""
    request, response = reflection_messages()
    ask = channel.stream_stream(REFLECTION, request.SerializeToString, response.FromString)
    answer = next(ask(iter([request(file_containing_symbol=symbol)]), timeout=10))
    files = {}
    for raw in answer.file_descriptor_response.file_descriptor_proto:
        file = descriptor_pb2.FileDescriptorProto.FromString(raw)
        files[file.name] = file
    pool = descriptor_pool.DescriptorPool()

    def add(name):
        file = files.pop(name, None)
        if file is not None:
            for dependency in file.dependency:
                add(dependency)
            pool.Add(file)

    for name in list(files):
        add(name)
    return pool


def main():
    bearer = token(os.environ["SPP_AUTHORITY"], os.environ["SPP_CLIENT_ID"], os.environ["SPP_CLIENT_SECRET"])
    with grpc.insecure_channel(os.environ["SPP_PLANREGISTRY"]) as channel:
        pool = describe(channel, SERVICE)
        method = pool.FindServiceByName(SERVICE).FindMethodByName("ListPlans")
        request, response = message_class(pool, method.input_type.full_name), message_class(pool, method.output_type.full_name)
        list_plans = channel.unary_unary(f"/{SERVICE}/ListPlans", request.SerializeToString, response.FromString)
        page = ""
        while True:
            answer = list_plans(request(page_size=100, page_token=page), metadata=[("authorization", f"Bearer {bearer}")], timeout=10)
            for plan in answer.plans:
                print(json.dumps(json_format.MessageToDict(plan, preserving_proto_field_name=True), ensure_ascii=False))
            page = answer.next_page_token
            if not page:
                return


main()
