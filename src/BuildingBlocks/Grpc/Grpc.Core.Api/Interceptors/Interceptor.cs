namespace Grpc.Core.Interceptors;

/// <summary>Stands around calls. What is not overridden passes on. <c>Interceptor.Client.cs</c> and <c>.Server.cs</c> hold the two sides.</summary>
public abstract partial class Interceptor;
