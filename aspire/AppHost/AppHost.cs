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

// Who may call: issues the tokens, publishes the keys. Or another provider does, and this one is left out.
var tokens = options.OtherAuthority is null ? AddTokenService() : null;
if (options.OtherAuthority is { } other)
    Console.WriteLine($"{other} says who calls; the token service of the installation is left out.");

// The register announces plans and keeps the directory; the indicators adopt targets and take observations; the reporting opens
// rounds and takes reports; the notifications remind. Each finds those it asks, and waits for none: an answer may come later.
List<IResourceBuilder<ProjectResource>> allMigrations = [];
var planregistry = AddService<Projects.PlanRegistry_Service>("planregistry");
var indicators = AddService<Projects.Indicators_Service>("indicators").WithReference(planregistry);
var reporting = AddService<Projects.Reporting_Service>("reporting").WithReference(planregistry).WithReference(indicators);
var notifications = AddService<Projects.Notifications_Service>("notifications").WithReference(planregistry).WithReference(reporting);

// The sandbox has a mail server of its own, which keeps every mail as a file and delivers none.
if (options.HasSandbox)
{
    var mailbox = InThisInstallation(builder.AddProject<Projects.Mailbox>("mailbox")
        .WithHttpEndpoint(name: "smtp", env: "Mailbox__SmtpPort")
        .WithHttpEndpoint(name: "http", env: "HTTP_PORT")
        .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
        .WithHttpHealthCheck("/health", endpointName: "health")
        .WithEnvironment("Mailbox__Folder", options.Folder("mailbox")));
    var smtp = mailbox.GetEndpoint("smtp");
    notifications
        .WithEnvironment("Smtp__Host", ReferenceExpression.Create($"{smtp.Property(EndpointProperty.Host)}"))
        .WithEnvironment("Smtp__Port", ReferenceExpression.Create($"{smtp.Property(EndpointProperty.Port)}"));
}

// Once a day everything is copied and the copy is restored once. By a role that may copy the server and nothing else.
var backupsPassword = builder.AddParameter("backups-password", secret: true);
var backupsRole = InThisInstallation(builder.AddProject<Projects.Backups>("backups-migrations")
    .WithArgs("migrate")
    .WithEnvironment("ConnectionStrings__postgres", ReferenceExpression.Create($"{postgres.Resource.ConnectionStringExpression};Database=postgres"))
    .WithEnvironment("Migration__RolePassword", backupsPassword)
    .WaitFor(postgres));
var backups = InThisInstallation(builder.AddProject<Projects.Backups>("backups")
    .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
    .WithHttpHealthCheck("/health", endpointName: "health")
    .WithEnvironment("Backups__Data", options.Folder(""))
    .WithEnvironment("Backups__Port", ReferenceExpression.Create($"{postgres.GetEndpoint("tcp").Property(EndpointProperty.Port)}"))
    .WithEnvironment("Backups__Password", backupsPassword)
    .WaitForCompletion(backupsRole));
backupsRole.WithParentRelationship(backups);

// What is announced before a listener's queue stands would pass it by: so nobody speaks before all queues are made.
foreach (var service in (IResourceBuilder<ProjectResource>[])[planregistry, indicators, reporting, notifications])
    foreach (var migrations in allMigrations)
        service.WaitForCompletion(migrations);

builder.Build().Run();

IResourceBuilder<ProjectResource> AddTokenService()
{
    var service = builder.AddProject<Projects.TokenService>("tokens")
        .WithEndpoint(port: options.Port("tokens"), scheme: options.Scheme, name: "http", env: "HTTP_PORT")
        .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
        .WithHttpHealthCheck("/health", endpointName: "health")
        .WithEnvironment("Tokens__Folder", options.Folder("secrets/tokens"))
        .WithEnvironment("Tokens__Sandbox", options.Sandbox)
        .WithEnvironment("Tokens__SandboxClients", options.SandboxClients);
    return SpeaksTls(InThisInstallation(service.WithEnvironment("Tokens__Authority", service.GetEndpoint("http"))));
}

// Whose tokens a service takes, and the secret by which it gets its own.
void Believes(IResourceBuilder<ProjectResource> service, string name, IResourceBuilder<ParameterResource> secret)
{
    if (tokens is null)
    {
        foreach (var (variable, value) in options.OtherIdentity)
            service.WithEnvironment(variable, value);
        return;
    }

    service.WithEnvironment("Identity__Authority", tokens.GetEndpoint("http")).WithReference(tokens).WaitFor(tokens);
    tokens.WithEnvironment($"Tokens__Services__{name}", secret);
}

// A service: its database, its migrations (which also make its queues, its role and its broker user), then itself with those rights alone.
IResourceBuilder<ProjectResource> AddService<TProject>(string name)
    where TProject : IProjectMetadata, new()
{
    var password = builder.AddParameter($"{name}-password", secret: true);
    var secret = builder.AddParameter($"{name}-client", secret: true);
    var auditKeys = builder.AddParameter($"{name}-audit-keys", secret: true);
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
        .WithEndpoint(port: options.Port(name), scheme: options.Scheme, name: "http", env: "HTTP_PORT")
        .WithHttpEndpoint(name: "health", env: "HEALTH_PORT")
        .WithHttpHealthCheck("/health", endpointName: "health")
        .WithEnvironment($"ConnectionStrings__{name}", ReferenceExpression.Create($"Host={server.Property(EndpointProperty.Host)};Port={server.Property(EndpointProperty.Port)};Username={name};Password={password};Database={name}"))
        .WithEnvironment("ConnectionStrings__rabbitmq", ReferenceExpression.Create($"amqp://{name}:{password}@{broker.Property(EndpointProperty.HostAndPort)}"))
        .WithEnvironment("Identity__ClientId", name)
        .WithEnvironment("Identity__ClientSecret", secret)
        .WithEnvironment("Audit__Keys", auditKeys)
        .WithEnvironment("Files__Path", options.Folder($"files/{name}"))
        .WithReplicas(options.Replicas);
    Believes(service, name, secret);

    allMigrations.Add(migrations);
    migrations.WithParentRelationship(service);
    InThisInstallation(migrations);
    return ShowsItsCertificate(SpeaksTls(InThisInstallation(service)));
}

// With a certificate of its own name, where the installation has a folder of them.
IResourceBuilder<ProjectResource> SpeaksTls(IResourceBuilder<ProjectResource> project) => options.TlsFolder is not { } folder ? project : project
    .WithEnvironment("Tls__Certificate", Path.Combine(folder, $"{project.Resource.Name}.pem"))
    .WithEnvironment("Tls__Key", Path.Combine(folder, $"{project.Resource.Name}.key"));

// And asks the other services for theirs. The token service does not: it would ask the browsers of officers.
IResourceBuilder<ProjectResource> ShowsItsCertificate(IResourceBuilder<ProjectResource> project) =>
    options.TlsFolder is { } folder ? project.WithEnvironment("Tls__Authority", Path.Combine(folder, "authority.pem")) : project;

// What every process of one installation agrees on.
IResourceBuilder<ProjectResource> InThisInstallation(IResourceBuilder<ProjectResource> project)
{
    project.WithEnvironment("DOTNET_ENVIRONMENT", builder.Environment.EnvironmentName);
    return options.ClockOffset is { } offset ? project.WithEnvironment("Clock__Offset", offset) : project;
}
