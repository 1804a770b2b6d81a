using Google.Protobuf.Reflection;

namespace SocialPolicy.Contracts.Tests.Descriptors;

/// <summary>What a newer set of contracts takes away from clients of an older one. Additions break nothing.</summary>
internal static class Breaks
{
    public static IReadOnlyList<string> Between(FileDescriptorSet before, FileDescriptorSet after)
    {
        var (old, now) = (Elements.Of(before), Elements.Of(after));
        return
        [
            .. Pairs(old.Messages, now.Messages).SelectMany(pair => Messages(pair.Name, pair.Old, pair.Now)),
            .. Pairs(old.Enums, now.Enums).SelectMany(pair => Enums(pair.Name, pair.Old, pair.Now)),
            .. Pairs(old.Services, now.Services).SelectMany(pair => Services(pair.Name, pair.Old, pair.Now)),
        ];
    }

    private static IEnumerable<string> Messages(string name, DescriptorProto old, DescriptorProto? now)
    {
        if (now is null)
            return [$"message {name} is gone"];

        return old.Field.SelectMany(field => Fields($"{name}.{field.Name}", old, field, now, now.Field.SingleOrDefault(other => other.Number == field.Number)));
    }

    private static IEnumerable<string> Fields(string name, DescriptorProto oldMessage, FieldDescriptorProto old, DescriptorProto nowMessage, FieldDescriptorProto? now)
    {
        if (now is null)
            return [$"field {name} = {old.Number} is gone or has another number"];

        return Differences(
            name,
            ("name", old.Name, now.Name),
            ("JSON name", old.JsonName, now.JsonName),
            ("type", $"{old.Type} {old.TypeName}", $"{now.Type} {now.TypeName}"),
            ("label", $"{old.Label}", $"{now.Label}"),
            ("presence", $"{old.Proto3Optional}", $"{now.Proto3Optional}"),
            ("oneof", Oneof(oldMessage, old), Oneof(nowMessage, now)));
    }

    private static IEnumerable<string> Enums(string name, EnumDescriptorProto old, EnumDescriptorProto? now)
    {
        if (now is null)
            return [$"enum {name} is gone"];

        return old.Value
            .Where(value => !now.Value.Any(other => other.Number == value.Number && other.Name == value.Name))
            .Select(value => $"enum value {name}.{value.Name} = {value.Number} is gone, or has another name or number");
    }

    private static IEnumerable<string> Services(string name, ServiceDescriptorProto old, ServiceDescriptorProto? now)
    {
        if (now is null)
            return [$"service {name} is gone"];

        return old.Method.SelectMany(method => Methods($"{name}.{method.Name}", method, now.Method.SingleOrDefault(other => other.Name == method.Name)));
    }

    private static IEnumerable<string> Methods(string name, MethodDescriptorProto old, MethodDescriptorProto? now)
    {
        if (now is null)
            return [$"method {name} is gone"];

        return Differences(
            name,
            ("request", old.InputType, now.InputType),
            ("response", old.OutputType, now.OutputType),
            ("streaming of requests", $"{old.ClientStreaming}", $"{now.ClientStreaming}"),
            ("streaming of responses", $"{old.ServerStreaming}", $"{now.ServerStreaming}"));
    }

    private static IEnumerable<string> Differences(string name, params IEnumerable<(string What, string Old, string Now)> looked) =>
        looked.Where(look => look.Old != look.Now).Select(look => $"{name}: {look.What} was {look.Old}, is {look.Now}");

    private static string Oneof(DescriptorProto message, FieldDescriptorProto field) =>
        field.HasOneofIndex && !field.Proto3Optional ? message.OneofDecl[field.OneofIndex].Name : "";

    private static IEnumerable<(string Name, T Old, T? Now)> Pairs<T>(Dictionary<string, T> old, Dictionary<string, T> now)
        where T : class =>
        old.Select(pair => (pair.Key, pair.Value, now.GetValueOrDefault(pair.Key)));

    private sealed record Elements(
        Dictionary<string, DescriptorProto> Messages, Dictionary<string, EnumDescriptorProto> Enums, Dictionary<string, ServiceDescriptorProto> Services)
    {
        public static Elements Of(FileDescriptorSet files)
        {
            var elements = new Elements([], [], []);
            foreach (var file in files.File)
            {
                foreach (var message in file.MessageType)
                    elements.Add(file.Package, message);
                foreach (var type in file.EnumType)
                    elements.Enums.Add($"{file.Package}.{type.Name}", type);
                foreach (var service in file.Service)
                    elements.Services.Add($"{file.Package}.{service.Name}", service);
            }

            return elements;
        }

        private void Add(string scope, DescriptorProto message)
        {
            var name = $"{scope}.{message.Name}";
            Messages.Add(name, message);
            foreach (var nested in message.NestedType)
                Add(name, nested);
            foreach (var type in message.EnumType)
                Enums.Add($"{name}.{type.Name}", type);
        }
    }
}
