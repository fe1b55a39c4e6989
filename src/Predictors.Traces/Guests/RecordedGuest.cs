namespace Predictors.Traces;

/// <summary>A virtual machine whose vCPUs are threads in a host's recording.</summary>
/// <param name="Name">Its name: the number of its process, or of its first vCPU's thread where the recording tells no processes.</param>
/// <param name="Process">The number of its process; 0 where the recording tells no processes.</param>
/// <param name="Vcpus">Its vCPUs, in their order.</param>
/// <param name="NumbersAreTold">Whether the recording tells the numbers that KVM gives the vCPUs.</param>
public sealed record RecordedGuest(string Name, int Process, IReadOnlyList<GuestThread> Vcpus, bool NumbersAreTold);
