using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.UnitTests.Storage;

public sealed class PoolingConnections
{
    [Theory]
    [InlineData("Host=nowhere", 20)]
    [InlineData("Host=nowhere;Maximum Pool Size=7", 7)]
    [InlineData("Host=nowhere;MaxPoolSize=100", 100)]
    public async Task Stays_small_unless_the_connection_string_says_otherwise(string connectionString, int expected)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:things", connectionString)]);
        builder.AddStorage("things", typeof(PoolingConnections).Assembly);
        await using var app = builder.Build();

        new NpgsqlConnectionStringBuilder(app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString).MaxPoolSize.ShouldBe(expected);
    }
}
