namespace Predictors.Abstractions;

/// <summary>
/// A KVM capability by which a virtual machine monitor sets a parameter for one virtual machine: <c>KVM_ENABLE_CAP</c> on the machine's file
/// descriptor, the value in <c>args[0]</c>.
/// </summary>
/// <param name="Parameter">The predictor's parameter.</param>
/// <param name="Name">The capability, such as <c>KVM_CAP_HALT_POLL</c>.</param>
public sealed record VirtualMachineCapability(Parameter Parameter, string Name);
