using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

// A host in a process of its own, for what can only be seen from outside: kill -9, exit codes, what is left behind.
var builder = DistributedApplication.CreateBuilder(args);
var port = builder.Configuration.GetValue<int?>("port");
var probe = builder.AddProject<Projects.Probe>("probe")
    .WithHttpEndpoint(port: port, name: "http", env: "HTTP_PORT")
    .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
    .WithHttpHealthCheck("/health", endpointName: "health")
    .WithEnvironment("PROBE_DEAF", builder.Configuration["deaf"]);
if (builder.Configuration.GetValue("servers", true))
{
    var postgres = builder.AddPostgres("postgres").WithDataVolume();
    var rabbitmq = builder.AddRabbitMQ("rabbitmq").WithDataVolume().WithManagementPlugin();
    probe.WithReference(postgres.AddDatabase("database"), connectionName: "probe").WaitFor(postgres).WaitFor(rabbitmq);
}

builder.Build().Run();
