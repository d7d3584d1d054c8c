using SynthFarm.Cli.Commands;

return await SynthFarmCommand.RunAsync(args);
