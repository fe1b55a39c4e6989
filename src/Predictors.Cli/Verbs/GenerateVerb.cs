using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors generate</c>.</summary>
internal static class GenerateVerb
{
    private const long DefaultLengthNs = 10_000_000_000;

    public static Command Create()
    {
        var verb = new Verb(
            "generate",
            "Writes a synthetic trace, the same for the same seed, and prints what its closed form says beside what came.",
            ("exponential:idle=100us,busy=20us -o memoryless.wake", "ten seconds of memoryless idle periods"),
            ("ping-pong:work=15us,exit-latency=5us -o ping-pong.wake --periods 1000", "two vCPUs that wake each other"),
            ("on-off periodic:period=4ms -o day.wake --phase 2s --seconds 8", "workloads that take turns"),
            ("on-off periodic:period=4ms -o days.wake --phase 100ms --day 4s --seconds 8", "two days: the first workload by day, the other by night"),
            ("--list", "the workloads with their parameters, ranges and defaults"));
        var workloads = new Argument<string[]>("WORKLOAD")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = $"name or name:key=value,key=value; several take turns. There are {string.Join(", ", WorkloadSpec.Names)}.",
        };
        workloads.Validators.Add(MistypedOptions.Refuse);
        verb.Arguments.Add(workloads);
        var list = new Option<bool>("--list") { Description = "Lists the workloads with their parameters, and generates nothing." };
        verb.Options.Add(list);
        var to = new TraceOutputOptions(verb, required: false);
        Option<long?> seconds = LengthOption.Seconds("--seconds", "How long the trace is [default: 10].", GenerationPlan.MaxLengthNs);
        verb.Options.Add(seconds);
        Option<long?> periods = NumberOption.Of<long>(
            "--periods", "N", "How many idle periods each vCPU has, in place of --seconds.", $"1 to {GenerationPlan.MaxPeriods}",
            n => n is > 0 and <= GenerationPlan.MaxPeriods);
        verb.Options.Add(periods);
        Option<long?> phase = LengthOption.Of(
            "--phase", "How long each of several workloads lasts before the next one begins.", 1, GenerationPlan.MaxLengthNs, DefaultLengthNs);
        verb.Options.Add(phase);
        Option<long?> day = LengthOption.Of(
            "--day", "How long a day is: each of several workloads has its peak once a day, and its share of the phases falls to nothing half a day later.",
            1, GenerationPlan.MaxLengthNs);
        verb.Options.Add(day);
        Option<ulong?> seed = NumberOption.Of<ulong>(
            "--seed", "N", "The seed of everything random.", $"a whole number, 0 to {ulong.MaxValue}", _ => true, value: 1);
        verb.Options.Add(seed);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            if (parsed.GetValue(list))
            {
                Output.Write(new WorkloadsReport(Workloads.All), choice);
                return ExitStatus.Done;
            }

            TraceOutput file = to.Of(parsed);
            GenerationPlan plan = Plan(
                [.. parsed.GetValue(workloads)!.Select(WorkloadSpec.Choose)], parsed.GetValue(seconds), parsed.GetValue(periods), parsed.GetValue(phase))
                with { Seed = parsed.GetValue(seed)!.Value };
            plan = WithDay(plan, parsed.GetValue(day));
            using var trace = new GeneratedTrace(plan);
            ConversionResult written = Output.Watch(
                choice, file.Path, progress => file.Write(new WatchedTrace(trace, progress), cancellation), new Pace());
            Output.Write(new GenerationReport(file.Path, plan, written, trace.Inspection, trace.Statistics), choice);
            return ExitStatus.Done;
        });
        return verb;
    }

    private static GenerationPlan WithDay(GenerationPlan plan, long? dayNs) =>
        dayNs is not null && plan.Workloads.Count < 2
            ? throw new UsageException("--day says how the shares of several workloads change; there is one.")
            : dayNs < 2 * plan.PhaseNs
            ? throw new UsageException($"--day {Duration.Format(dayNs.Value)} must hold two phases or more; --phase is {Duration.Format(plan.PhaseNs)}.")
            : plan with { DayNs = dayNs };

    private static GenerationPlan Plan(IReadOnlyList<WorkloadChoice> workloads, long? lengthNs, long? periods, long? phaseNs)
    {
        if (workloads.Count == 0)
        {
            throw new UsageException($"A workload is missing; there are {string.Join(", ", WorkloadSpec.Names)}.");
        }

        if (lengthNs is not null && periods is not null)
        {
            throw new UsageException("--seconds and --periods both say how long the trace is; give one of them.");
        }

        if (periods is not null && workloads.Count > 1)
        {
            throw new UsageException("--periods is for one workload: several take turns by time, give --seconds.");
        }

        return new GenerationPlan
        {
            Workloads = workloads,
            LengthNs = periods is null ? lengthNs ?? DefaultLengthNs : null,
            Periods = periods,
            PhaseNs = phaseNs ?? DefaultLengthNs,
        };
    }
}
