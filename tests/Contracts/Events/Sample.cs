namespace SocialPolicy.Contracts.Tests.Events;

/// <summary>A record whose every member has a value, the same each time: texts say the name of their member.</summary>
internal static class Sample
{
    public static object Of(Type record)
    {
        var constructor = record.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length).ShouldNotBeNull();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!))]);
    }

    private static object Value(Type declared, string name)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return List(type.GetGenericArguments()[0], name);

        return type switch
        {
            _ when type == typeof(string) => char.ToLowerInvariant(name[0]) + name[1..],
            _ when type == typeof(Guid) => Guid.Parse("01990000-0000-7000-8000-000000000001"),
            _ when type == typeof(int) => 2030,
            _ when type == typeof(long) => 9_007_199_254_740_991L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(decimal) => 99.50m,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 10),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 10, 8, 30, 0, TimeSpan.Zero),
            _ => Of(type),
        };
    }

    private static Array List(Type element, string name)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Value(element, name), 0);
        return list;
    }
}
