using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using SocialPolicy.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var options = new InstallationOptions(builder.Configuration, builder.Environment.ContentRootPath);

// The ground.
var brokerAdmin = builder.AddParameter("rabbitmq-admin", "admin");
var brokerPassword = builder.AddParameter("rabbitmq-password", secret: true);
var postgres = builder.AddPostgres("postgres").WithDataVolume();
var rabbitmq = builder.AddRabbitMQ("rabbitmq", brokerAdmin, brokerPassword).WithDataVolume().WithManagementPlugin();

// Who may call: issues the tokens, publishes the keys.
var tokens = builder.AddProject<Projects.TokenService>("tokens")
    .WithHttpEndpoint(port: options.Port("tokens"), name: "http", env: "HTTP_PORT")
    .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
    .WithHttpHealthCheck("/health", endpointName: "health")
    .WithEnvironment("Tokens__Folder", options.Folder("secrets/tokens"))
    .WithEnvironment("Tokens__Sandbox", options.Sandbox);
tokens.WithEnvironment("Tokens__Authority", tokens.GetEndpoint("http"));
InThisInstallation(tokens);

// The register announces plans; the indicators adopt their targets.
List<IResourceBuilder<ProjectResource>> allMigrations = [];
List<IResourceBuilder<ProjectResource>> services =
[
    AddService<Projects.PlanRegistry_Service>("planregistry").WithReplicas(options.Replicas),
    AddService<Projects.Indicators_Service>("indicators"),
];

// What is announced before a listener's queue stands would pass it by: so nobody speaks before all queues are made.
foreach (var service in services)
    foreach (var migrations in allMigrations)
        service.WaitForCompletion(migrations);

builder.Build().Run();

// A service: its database, its migrations (which also make its queues, its role and its broker user), then itself with those rights alone.
IResourceBuilder<ProjectResource> AddService<TProject>(string name)
    where TProject : IProjectMetadata, new()
{
    var password = builder.AddParameter($"{name}-password", secret: true);
    var database = postgres.AddDatabase($"{name}-database", databaseName: name);
    var server = postgres.GetEndpoint("tcp");
    var broker = rabbitmq.GetEndpoint("tcp");
    var management = rabbitmq.GetEndpoint("management");

    var migrations = builder.AddProject<TProject>($"{name}-migrations")
        .WithArgs("migrate")
        .WithReference(database, connectionName: name)
        .WithEnvironment("Migration__Role", name)
        .WithEnvironment("Migration__RolePassword", password)
        .WithEnvironment("Migration__BrokerManagement", ReferenceExpression.Create($"http://{brokerAdmin}:{brokerPassword}@{management.Property(EndpointProperty.HostAndPort)}"))
        .WithEnvironment("Migration__BrokerUser", name)
        .WithEnvironment("Migration__BrokerPassword", password)
        .WaitFor(database)
        .WaitFor(rabbitmq);

    var service = builder.AddProject<TProject>(name)
        .WithHttpEndpoint(port: options.Port(name), name: "http", env: "HTTP_PORT")
        .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
        .WithHttpHealthCheck("/health", endpointName: "health")
        .WithEnvironment($"ConnectionStrings__{name}", ReferenceExpression.Create($"Host={server.Property(EndpointProperty.Host)};Port={server.Property(EndpointProperty.Port)};Username={name};Password={password};Database={name}"))
        .WithEnvironment("ConnectionStrings__rabbitmq", ReferenceExpression.Create($"amqp://{name}:{password}@{broker.Property(EndpointProperty.HostAndPort)}"))
        .WithEnvironment("Identity__Authority", tokens.GetEndpoint("http"))
        .WithEnvironment("Files__Path", options.Folder($"files/{name}"))
        .WithReference(tokens)
        .WaitFor(tokens);

    allMigrations.Add(migrations);
    migrations.WithParentRelationship(service);
    InThisInstallation(migrations);
    return InThisInstallation(service);
}

// What every process of one installation agrees on.
IResourceBuilder<ProjectResource> InThisInstallation(IResourceBuilder<ProjectResource> project)
{
    project.WithEnvironment("DOTNET_ENVIRONMENT", builder.Environment.EnvironmentName);
    return options.ClockOffset is { } offset ? project.WithEnvironment("Clock__Offset", offset) : project;
}
